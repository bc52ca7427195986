// The editor of the page for questions: Ctrl+Enter runs, Tab indents until Esc, and what may stand next is offered.

const types = new Map();

/** A type of the schema, asked for once: its fields with their types, or its values. */
const typeOf = name => {
  if (!types.has(name))
    types.set(name, fetch('/graphql?query=' + encodeURIComponent(
      `{ __type(name: "${name}") { fields { name args { name } type { ...t } } possibleTypes { name } } } `
      + 'fragment t on __Type { name ofType { name ofType { name ofType { name } } } }'), { headers: { accept: 'application/json' } })
      .then(answer => answer.json()).then(answer => answer.data?.__type ?? null));
  return types.get(name);
};

const nameOf = type => (type && (type.name ?? nameOf(type.ofType)));

/** The chain of selections in which a place of a text stands: names of fields, and `on Type` of fragments. */
const chainAt = text => {
  const chain = [];
  let last = '', depth = 0;
  for (const [token] of text.matchAll(/"""[^]*?"""|"(?:\\.|[^"\\\n])*"?|#[^\n]*|\.\.\.\s*on\s+\w+|fragment\s+\w+\s+on\s+\w+|\w+|[{}()[\]]/g)) {
    if (token === '(' || token === '[') depth++;
    else if (token === ')' || token === ']') depth--;
    else if (depth === 0 && token === '{') chain.push(last);
    else if (depth === 0 && token === '}') chain.pop();
    else if (depth === 0 && token[0] !== '"' && token[0] !== '#') last = token;
  }
  return depth > 0 ? null : chain;
};

/** The type whose fields may stand at a place; null where that is not clear. */
const typeAt = async text => {
  const chain = chainAt(text);
  if (!chain?.length) return null;
  let name = 'Query';
  for (const step of chain.slice(1)) {
    const on = /\bon\s+(\w+)$/.exec(step);
    name = on ? on[1] : nameOf((await typeOf(name))?.fields?.find(field => field.name === step)?.type);
    if (!name) return null;
  }
  const start = /\bon\s+(\w+)$/.exec(chain[0]);
  return chain.length === 1 && start ? start[1] : name;
};

export const edit = (box, say) => {
  const list = document.createElement('ul');
  list.className = 'offered';
  list.id = 'offered';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', say('可选字段', 'Fields'));
  box.after(list);
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-autocomplete', 'list');
  document.getElementById('hint').hidden = false;
  let leaves = false, chosen = 0, asked = 0;

  const word = () => /\w*$/.exec(box.value.slice(0, box.selectionStart))[0];
  const hide = () => { list.hidden = true; box.removeAttribute('aria-activedescendant'); };
  const mark = () => [...list.children].forEach((item, at) => {
    item.setAttribute('aria-selected', String(at === chosen));
    if (at === chosen) box.setAttribute('aria-activedescendant', item.id);
  });
  const take = name => { box.setRangeText(name.slice(word().length), box.selectionStart, box.selectionEnd, 'end'); hide(); };

  const offer = async () => {
    const turn = ++asked, begun = word();
    const name = begun && await typeAt(box.value.slice(0, box.selectionStart - begun.length));
    const fields = name ? (await typeOf(name))?.fields ?? [] : [];
    if (turn !== asked) return;
    const fitting = fields.filter(field => field.name.startsWith(begun) && field.name !== begun).slice(0, 8);
    list.replaceChildren(...fitting.map((field, at) => {
      const item = document.createElement('li');
      item.id = 'offered-' + at;
      item.setAttribute('role', 'option');
      item.textContent = field.name + (field.args.length ? '(…)' : '') + ': ' + nameOf(field.type);
      item.addEventListener('mousedown', event => { event.preventDefault(); take(field.name); });
      item.dataset.name = field.name;
      return item;
    }));
    chosen = 0;
    if (fitting.length) { list.hidden = false; mark(); } else hide();
  };

  box.addEventListener('input', offer);
  box.addEventListener('blur', hide);
  box.addEventListener('keydown', event => {
    const open = !list.hidden;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); box.form.requestSubmit(); }
    else if (event.key === 'Escape') { if (open) { event.stopPropagation(); hide(); } leaves = true; return; }
    else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : list.children.length - 1)) % list.children.length;
      mark();
    } else if (open && (event.key === 'Tab' || event.key === 'Enter')) { event.preventDefault(); take(list.children[chosen].dataset.name); }
    else if (event.key === 'Tab' && !event.shiftKey && !leaves) { event.preventDefault(); box.setRangeText('  ', box.selectionStart, box.selectionEnd, 'end'); }
    leaves = false;
  });

  const wrong = document.querySelector('li[data-line]')?.dataset.line;
  if (wrong) {
    const lines = box.value.split('\n'), start = lines.slice(0, wrong - 1).join('\n').length + (wrong > 1 ? 1 : 0);
    box.focus();
    box.setSelectionRange(start, start + lines[wrong - 1].length);
  }
};
