// What the pages do beyond HTML. Without this module everything else works.
const $ = (selector, from = document) => from.querySelector(selector);
const zh = document.documentElement.lang === 'zh';
const say = (chinese, english) => (zh ? chinese : english);

/** A button with a text, behind an element. */
const button = (text, run) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', () => run(made));
  return made;
};

/** Tells of what was done, to those who do not see it, too. */
const status = (() => {
  const place = document.createElement('p');
  place.className = 'status';
  place.setAttribute('role', 'status');
  document.body.append(place);
  return text => { place.textContent = text; };
})();

/** A button that copies the plain text of an element marked `data-copy`. */
const addCopyButtons = from => {
  for (const line of from.querySelectorAll('[data-copy]')) {
    line.hidden = false;
    line.after(button(line.classList.contains('curl') ? say('复制 curl', 'Copy as curl') : say('复制', 'Copy'), async () => {
      try {
        await navigator.clipboard.writeText(line.textContent.trim());
        status(say('已复制', 'Copied'));
      } catch {
        getSelection().selectAllChildren(line);
        status(say('已选中，请按 Ctrl+C', 'Selected: press Ctrl+C'));
      }
    }));
  }
};

/** A picture of an SVG that is marked `data-png`: drawn here, so that the server needs no fonts. */
const addPictureButtons = from => {
  for (const link of from.querySelectorAll('a[data-png]')) {
    link.after(' ', button('PNG', async () => {
      const picture = new Image();
      picture.src = URL.createObjectURL(await (await fetch(link.href)).blob());
      await picture.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [2 * picture.width, 2 * picture.height];
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(picture.src);
      const file = document.createElement('a');
      file.download = link.dataset.png;
      file.href = URL.createObjectURL(await new Promise(done => canvas.toBlob(done, 'image/png')));
      file.click();
      setTimeout(() => URL.revokeObjectURL(file.href), 1000);
    }));
  }
};

/** The evidence of a figure or a statement in place: its link opens a dialog; with a key held, or where it cannot be had, the page. */
const openEvidence = async link => {
  const response = await fetch(link.href);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const evidence = $('article.evidence', page);
  if (!response.ok || !evidence) return false;
  for (const part of evidence.querySelectorAll('.beyond')) part.remove();
  const dialog = document.createElement('dialog');
  const title = $('h1', evidence);
  title.id = 'evidence';
  dialog.setAttribute('aria-labelledby', title.id);
  const whole = document.createElement('a');
  whole.href = link.href;
  whole.textContent = say('打开完整页面', 'The whole page');
  const head = document.createElement('p');
  head.className = 'ways top';
  head.append(button(say('关闭', 'Close'), () => dialog.close()), ' ', whole);
  dialog.append(head, document.adoptNode(evidence));
  dialog.addEventListener('close', () => { dialog.remove(); link.focus(); });
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  addCopyButtons(dialog);
  dialog.showModal();
  return true;
};

document.addEventListener('click', async event => {
  const link = event.target.closest?.('a.figure, a.cites');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.closest('dialog')) return;
  event.preventDefault();
  if (!(await openEvidence(link).catch(() => false))) location.assign(link.href);
});

/** `/` goes to the search box, as long as nobody is writing. */
document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, textarea, select, dialog')) return;
  const box = $('#q');
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

addCopyButtons(document);
addPictureButtons(document);
const box = $('textarea[data-editor]');
if (box) (await import($('script[data-editor]').dataset.editor)).edit(box, say);
