/** The page that shows the pages: it gets them as messages, and may load nothing. */
export function previewHtml(): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}">
  body { background: var(--vscode-editorWidget-background); padding: 16px; }
  svg { display: block; width: 100%; max-width: 800px; margin: 0 auto 16px; background: #fff; box-shadow: 0 1px 6px #0006; }
  text { text-rendering: geometricPrecision; }
  g[data-line] { cursor: pointer; }
  g.current { outline: 1px solid #3794ff66; outline-offset: 2px; }
</style>
</head>
<body>
<main></main>
<script nonce="${nonce}">
  const api = acquireVsCodeApi();
  const main = document.querySelector('main');
  const places = () => [...main.querySelectorAll('g[data-line]')];
  window.addEventListener('message', ({ data }) => {
    if (data.pages) {
      const top = window.scrollY;
      main.innerHTML = data.pages.join('');
      if (data.problem) main.textContent = data.problem;
      window.scrollTo(0, top);
    }
    if (typeof data.line === 'number') {
      const found = places().filter((place) => Number(place.dataset.line) <= data.line).pop();
      for (const place of places()) place.classList.toggle('current', place === found);
      found?.scrollIntoView({ block: 'nearest' });
    }
  });
  main.addEventListener('click', ({ target }) => {
    const place = target.closest('g[data-line]');
    if (place) api.postMessage({ line: Number(place.dataset.line) });
  });
  api.postMessage({ ready: true });
</script>
</body>
</html>`;
}
