// Brings a page that reports progress up to date without loading it again. Without it, the page reloads itself.
const everyMs = 2000;

const look = async () => {
  const main = document.querySelector('main');
  if (!main?.querySelector('[data-follow]')) return;
  try {
    const response = await fetch(window.location.href, { credentials: 'same-origin' });
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
    // Parsed without scripts, its <noscript> is content: put in as it is, the reload in it would still come.
    for (const alternative of fresh?.querySelectorAll('noscript') ?? []) alternative.remove();
    if (fresh) main.replaceChildren(...fresh.childNodes);
  } catch {
    // The server is away for a moment; the next look may find it.
  }
  setTimeout(look, everyMs);
};

setTimeout(look, everyMs);
