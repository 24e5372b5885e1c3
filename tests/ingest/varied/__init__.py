"""What makes variants of annotated documents."""
