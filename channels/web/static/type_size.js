// The large-type switch without loading the page again. The cookie is the one that the server reads.
const SIZES = ["0", "1", "2"];
const NAMES = ["标准字", "大字版", "特大字"];
const YEAR = 365 * 24 * 3600;

export function startTypeSwitch(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const at = SIZES.indexOf(document.documentElement.dataset.type);
    setSize(link, (at + 1) % SIZES.length);
  });
}

function setSize(link, at) {
  document.documentElement.dataset.type = SIZES[at];
  document.cookie = `type=${SIZES[at]}; path=/; max-age=${YEAR}; samesite=lax`;
  const next = (at + 1) % SIZES.length;
  const address = new URL(link.href);
  address.searchParams.set("big", SIZES[next]);
  link.href = address;
  link.textContent = NAMES[next];
}
