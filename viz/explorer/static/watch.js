// An open page asks now and then whether the graph is still the one it shows, and offers to reload when it is not.
const EVERY = 10_000;

export function watch(revision, notice) {
  const timer = setInterval(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch("/revision", { cache: "no-store" });
      if (!answer.ok || (await answer.json()).revision === revision) return;
    } catch {
      return; // The server is away: nothing to say.
    }
    clearInterval(timer);
    const words = document.createElement("p");
    const again = document.createElement("a");
    again.href = "";
    again.textContent = notice.dataset.again;
    words.append(`${notice.dataset.said} `, again);
    notice.replaceChildren(words);
    notice.hidden = false;
  }, EVERY);
}
