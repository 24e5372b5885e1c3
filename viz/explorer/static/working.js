// A page that something is still worked out for asks whether it is there, less and less often.
const FIRST = 300;
const LONGEST = 3_000;

export function whenDone(address, then, pause = FIRST) {
  setTimeout(async () => {
    try {
      const answer = await fetch(address, { cache: "no-store" });
      if (answer.ok && (await answer.json()).done) return then();
    } catch {
      // The server is away: it is asked again.
    }
    whenDone(address, then, Math.min(pause * 1.4, LONGEST));
  }, pause);
}
