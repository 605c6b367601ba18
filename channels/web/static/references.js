// A number behind a sentence opens the article that the sentence rests on, wherever it is folded away.

export function openReferences(root) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a.ref");
    if (!link) return;
    const body = document.getElementById(link.hash.slice(1));
    for (let at = body?.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  });
}
