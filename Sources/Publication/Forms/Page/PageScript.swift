/// What a reader gains by a script: filters, the search of a State with its answers, and the colours of
/// the map. All that it shows stands in the page; it counts nothing, and asks no network.
enum PageScript {
  static let text = "'use strict';(()=>{\n" + basics + filters + answers + map + "})();"

  private static let basics = """
    const get = id => document.getElementById(id);
    const all = (query, from = document) => [...from.querySelectorAll(query)];
    const make = (name, text) => { const e = document.createElement(name); e.textContent = text; e.dir = 'auto'; return e; };
    const keysOf = e => (e.dataset.k || '').split(' ').filter(Boolean);
    const variable = key => key.split('-')[0];
    const plain = text => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
    // Whoever has no mouse scrolls what is wider than the window with the arrow keys.
    const reach = () => { for (const e of all('.scroll')) {
      if (e.scrollWidth > e.clientWidth) { e.tabIndex = 0; e.setAttribute('role', 'group'); e.setAttribute('aria-label', e.dataset.label || document.title); }
      else e.removeAttribute('tabindex');
    } };
    addEventListener('resize', reach);
    if (matchMedia('(max-width:40rem)').matches) for (const e of all('nav details')) e.open = false;
    let closed = [];
    addEventListener('beforeprint', () => { closed = all('details:not([open])'); for (const e of closed) e.open = true; });
    addEventListener('afterprint', () => { for (const e of closed) e.open = false; });

    """

  /// Columns of tables, bars and dots of charts, and States of lists.
  private static let filters = """
    const form = get('filters'), units = all('#units tbody tr'), find = get('find');
    const chosen = {};
    const unitVariables = new Set(units.flatMap(keysOf).map(variable));
    const anyChosen = () => Object.values(chosen).some(Boolean);
    // The total is always shown, beside it the columns that a choice names and none contradicts.
    const shows = keys => !keys.length || !anyChosen() || (keys.every(k => !chosen[variable(k)] || chosen[variable(k)] === k) && keys.some(k => chosen[variable(k)]));
    const holds = keys => Object.entries(chosen).every(([v, k]) => !k || !unitVariables.has(v) || keys.includes(k));
    const columns = table => {
      let start = 1; const ranges = [];
      for (const head of [...table.tHead.rows[0].cells].slice(1)) { ranges.push([head, start, start + head.colSpan]); start += head.colSpan; }
      return ranges.filter(([head]) => head.dataset.k);
    };
    const tables = all('table.figures').map(table => [table, columns(table)]).filter(([, c]) => c.length);
    const rows = all('.chart [data-k]').map(e => [e, keysOf(e)]).filter(([, k]) => k.length);
    const apply = () => {
      for (const [table, ranges] of tables) for (const [head, from, to] of ranges) {
        const hide = !shows(keysOf(head));
        if (head.hidden === hide) continue;
        head.hidden = hide;
        for (const row of table.rows) {
          if (row === table.tHead.rows[0] || row.className === 'group') continue;
          const shift = row.parentElement === table.tHead ? 1 : 0;
          for (let i = from; i < to; i++) if (row.cells[i - shift]) row.cells[i - shift].hidden = hide;
        }
      }
      for (const [e, keys] of rows) {
        const show = shows(keys);
        if (e instanceof HTMLElement) e.hidden = !show; else e.style.display = show ? '' : 'none';
        e.classList.toggle('wanted', show && anyChosen());
      }
      list();
      reach();
    };
    const list = () => {
      const wanted = find ? plain(find.value.trim()) : '';
      let count = 0;
      for (const row of units) {
        const fits = holds(keysOf(row)), code = row.dataset.u.toLowerCase();
        const show = fits && (!wanted || plain(row.cells[0].textContent).includes(wanted) || code === wanted);
        row.hidden = !show; count += show;
        const tile = document.querySelector('.tiles [data-u="' + CSS.escape(row.dataset.u) + '"]');
        if (tile) tile.classList.toggle('out', !fits);
      }
      const found = get('found');
      if (found) found.textContent = found.dataset.text.replace('{n}', count);
    };
    if (form) {
      form.hidden = false;
      form.addEventListener('submit', event => event.preventDefault());
      form.addEventListener('change', event => { chosen[event.target.dataset.f] = event.target.value; apply(); });
      form.addEventListener('reset', () => { for (const key in chosen) chosen[key] = ''; apply(); });
      // Browsers keep what was chosen before the page was loaded again.
      for (const select of all('select', form)) chosen[select.dataset.f] = select.value;
    }

    """

  private static let answers = """
    const questions = all('#questions li').map(e => ({ kind: e.dataset.kind, label: e.querySelector('b').textContent, choices: all('i', e).map(i => i.textContent) }));
    const marks = Object.fromEntries(all('#marks li').map(e => [e.dataset.mark, e.textContent]));
    const panel = get('answers');
    const codeOf = cell => [...cell].reduce((code, letter) => code * 26 + letter.charCodeAt(0) - 97, 0);
    const read = (cell, question) => {
      if (marks[cell]) return marks[cell];
      if (question.kind === 'one') return question.choices[codeOf(cell)];
      if (question.kind === 'many') return question.choices.filter((_, i) => cell[i] !== '_').join(panel.dataset.separator);
      if (question.kind === 'rank') return [...cell].map((letter, i) => [letter, i]).filter(([letter]) => letter !== '_').sort().map(([, i], rank) => (rank + 1) + '. ' + question.choices[i]).join(panel.dataset.separator);
      return question.kind === 'text' ? panel.dataset.free : cell;
    };
    const cellsOf = row => row.dataset.a ? row.dataset.a.split(' ') : [];
    let opened = null;
    const open = row => {
      opened = row;
      const name = row.cells[0].textContent, cells = cellsOf(row), title = get('answers-h');
      title.textContent = title.dataset.text.replace('{n}', () => name);
      const body = get('answered');
      get('silent').hidden = cells.length > 0;
      body.closest('.scroll').hidden = !cells.length;
      body.replaceChildren(...(cells.length ? questions : []).map((question, i) => {
        const line = document.createElement('tr'), label = make('th', question.label);
        label.scope = 'row';
        line.append(label, make('td', read(cells[i], question)));
        return line;
      }));
      panel.hidden = false;
      title.focus();
      reach();
    };
    if (panel) {
      get('search').hidden = false;
      for (const row of units) {
        const name = row.cells[0], button = make('button', name.textContent);
        button.type = 'button';
        button.addEventListener('click', () => open(row));
        name.replaceChildren(button);
      }
      const close = () => { panel.hidden = true; if (opened) opened.querySelector('button').focus(); opened = null; };
      get('close').addEventListener('click', close);
      panel.addEventListener('keydown', event => { if (event.key === 'Escape') close(); });
      find.addEventListener('input', list);
      find.addEventListener('keydown', event => {
        if (event.key !== 'Enter') return;
        const wanted = plain(find.value.trim()), shown = units.filter(row => !row.hidden);
        const exact = shown.filter(row => [row.dataset.u, row.cells[0].textContent].some(text => plain(text) === wanted));
        if (exact.length) open(exact[0]); else if (shown.length === 1) open(shown[0]);
      });
    }

    """

  /// The map by an attribute of the States, or by what they answered to a question with few choices.
  private static let map = """
    const colour = get('colour'), tiles = all('.tiles [data-u]'), key = get('map-legend');
    const paint = (labels, colours, codeOfTile) => {
      key.replaceChildren(...labels.map((label, code) => {
        const entry = legend.cloneNode(true), text = entry.querySelector('text');
        entry.querySelector('rect').setAttribute('class', 'c' + colours[code]);
        text.setAttribute('class', 'n' + colours[code]); text.textContent = code + 1;
        entry.querySelector('span').textContent = label;
        return entry;
      }));
      for (const tile of tiles) {
        const code = codeOfTile(tile.dataset.u);
        tile.querySelector('rect').setAttribute('class', 'c' + colours[code]);
        for (const text of all('text', tile)) text.setAttribute('class', 'n' + colours[code] + (text.classList.contains('m') ? ' m' : ''));
        tile.querySelector('.m').textContent = code + 1;
      }
    };
    const legend = key && key.firstElementChild;
    if (colour && legend) {
      const byCode = Object.fromEntries(units.map(row => [row.dataset.u, row]));
      const ways = [];
      for (const select of form ? all('select', form) : []) {
        if (!unitVariables.has(select.dataset.f)) continue;
        const options = [...select.options].slice(1);
        if (options.length > 8) continue;
        ways.push([select.previousElementSibling.textContent, options.map(o => o.textContent), options.map((_, i) => i), u => options.findIndex(o => keysOf(byCode[u]).includes(o.value))]);
      }
      questions.forEach((question, i) => {
        if (question.kind !== 'one' || question.choices.length > 5) return;
        const labels = [...question.choices, panel.dataset.other, panel.dataset.silent];
        const colours = labels.map((_, i) => i < question.choices.length ? i : i - labels.length + 8);
        ways.push([question.label, labels, colours, u => {
          const cells = cellsOf(byCode[u]);
          if (!cells.length) return labels.length - 1;
          return marks[cells[i]] ? labels.length - 2 : codeOf(cells[i]);
        }]);
      });
      colour.replaceChildren(...ways.map(([label], i) => { const option = make('option', label); option.value = i; return option; }));
      colour.addEventListener('change', () => {
        const [label, labels, colours, code] = ways[colour.value];
        paint(labels, colours, code);
        get('map').setAttribute('aria-label', label + ': ' + labels.map((name, i) => name + ' (' + (i + 1) + ')').join(', '));
      });
      get('colouring').hidden = ways.length < 2;
      const first = ways.findIndex(([label]) => label === key.dataset.attribute);
      colour.value = Math.max(first, 0);
    }
    apply();

    """
}
