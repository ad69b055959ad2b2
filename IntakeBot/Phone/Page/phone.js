'use strict';
// Draws what one person's phone shows and turns taps into calls. The server sends the whole state after every change.

const $ = id => document.getElementById(id);
const kinds = { photo: 'Photo', location: 'Location', contact: 'Contact', voice: 'Voice', sticker: 'Sticker', document: 'File' };
const shown = new Map();      // message id → { json, element }
let events = null, person = null, state = null, seenToast = null, toastTimer = 0;

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'use'));
  svg.firstChild.setAttribute('href', '#i-' + name);
  return svg;
}

async function post(path, body) {
  const response = await fetch('/phone/' + path, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}),
  });
  if (response.status === 409) say(await response.text());
  return response;
}

const act = (name, body) => post(`people/${person}/${name}`, body);

function say(text) {
  $('toast').textContent = text;
  $('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $('toast').hidden = true; }, 4000);
}

function listen() {
  events?.close();
  events = new EventSource('/phone/events' + (person ? '?person=' + person : ''));
  events.onmessage = e => { state = JSON.parse(e.data); draw(); };
}

function choose(id) {
  person = id;
  seenToast = null;
  for (const { element } of shown.values()) element.remove();
  shown.clear();
  $('chat').replaceChildren();
  history.replaceState(null, '', '#' + id);
  listen();
}

function draw() {
  if (!state.phone && state.people.length) {
    const wanted = Number(location.hash.slice(1));
    choose((state.people.find(p => p.id === wanted) ?? state.people[0]).id);
    return;
  }
  $('people').replaceChildren(...state.people.map((p, i) => {
    const chip = make('button', 'chip' + (p.id === person ? ' on' : ''));
    chip.dataset.testid = 'person';
    chip.dataset.person = p.id;
    chip.setAttribute('aria-pressed', p.id === person);
    chip.append(make('span', 'face hue' + (i + 3) % 7, [...p.name][0]), make('span', 'name', p.name));
    chip.onclick = () => { if (p.id !== person) choose(p.id); };
    return chip;
  }));
  $('people').querySelector('.on')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  $('restart').hidden = !state.canRestart;
  drawWeather();
  $('bot-name').textContent = state.bot;
  $('bot-face').textContent = [...state.bot][0];
  $('phone').classList.toggle('off', !state.phone);
  $('nobody').hidden = !!state.phone;
  if (state.phone) drawPhone(state.phone);
}

function drawPhone(phone) {
  $('chat').lang = phone.language ?? 'en';
  const chat = $('chat'), fresh = phone.messages.some(m => !shown.has(m.id));
  const atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80;
  const kept = new Set(phone.messages.map(m => m.id));
  for (const [id, { element }] of shown) if (!kept.has(id)) { element.remove(); shown.delete(id); }
  let day = null, before = null;
  chat.querySelectorAll('.day').forEach(d => d.remove());
  for (const message of phone.messages) {
    const json = JSON.stringify(message), old = shown.get(message.id);
    if (old?.json !== json) {
      const element = drawMessage(message);
      if (old) old.element.replaceWith(element); else { element.classList.add('new'); chat.append(element); }
      shown.set(message.id, { json, element });
    }
    const element = shown.get(message.id).element, sent = new Date(message.sentAt * 1000).toDateString();
    element.classList.toggle('follows', before === message.mine && day === sent);
    if (day !== sent) element.before(make('div', 'day', dayName(message.sentAt)));
    day = sent; before = message.mine;
  }
  if (fresh || atEnd) chat.scrollTop = chat.scrollHeight;
  const empty = phone.messages.length === 0;
  $('start').hidden = !empty && !phone.blocked;
  $('start').textContent = phone.blocked ? (empty ? 'RESTART' : 'UNBLOCK') : 'START';
  $('input').hidden = empty || phone.blocked;
  $('block').textContent = phone.blocked ? 'Unblock bot' : 'Stop and block bot';
  if (phone.toast && phone.toast.id !== seenToast && seenToast !== null) show(phone.toast);
  seenToast = phone.toast?.id ?? '';
}

function show(toast) {
  if (!toast.alert) { say(toast.text); return; }
  $('alert-text').textContent = toast.text;
  if (!$('alert').open) $('alert').showModal();
}

function dayName(seconds) {
  const date = new Date(seconds * 1000);
  return date.toDateString() === new Date().toDateString()
    ? 'Today' : date.toLocaleDateString('en', { month: 'long', day: 'numeric' });
}

function drawMessage(message) {
  const element = make('article', 'message ' + (message.mine ? 'mine' : 'theirs'));
  element.dataset.testid = 'message';
  element.dataset.message = message.id;
  if (message.rows.length) element.classList.add('keyed');
  if (message.edited) element.classList.add('edited');
  if (message.protected) element.classList.add('protected');
  const bubble = make('div', 'bubble');
  if (message.attachment) bubble.append(drawAttachment(message.attachment));
  if (message.text) {
    const text = make('div', 'text');
    text.dataset.testid = 'text';
    text.append(...drawText(message.text, message.entities ?? []));
    bubble.append(text);
  }
  const time = new Date(message.sentAt * 1000).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hour12: false });
  const foot = make('span', 'foot', (message.edited ? 'edited ' : '') + time);
  if (message.mine) foot.append(icon('ticks'));
  bubble.append(foot);
  element.append(bubble);
  if (message.rows.length) element.append(drawKeyboard(message));
  return element;
}

function drawAttachment(kind) {
  const element = make('div', 'attachment ' + kind);
  if (kind === 'sticker') { element.textContent = '👍'; return element; }
  const round = make('span', 'round');
  round.append(icon(kind));
  element.append(round, make('span', '', kind === 'voice' ? 'Voice message' : kinds[kind]));
  return element;
}

// Entities may nest: the text is cut at every border and each piece wears the names of all that cover it.
function drawText(text, entities) {
  const borders = [...new Set([0, text.length, ...entities.flatMap(e => [e.offset, e.offset + e.length])])]
    .filter(b => b <= text.length).sort((a, b) => a - b);
  return borders.slice(0, -1).map((from, i) => {
    const over = entities.filter(e => e.offset <= from && e.offset + e.length >= borders[i + 1]);
    const piece = text.slice(from, borders[i + 1]);
    if (!over.length) return document.createTextNode(piece);
    const span = make('span', over.map(e => 'e-' + e.type).join(' '), piece);
    if (span.classList.contains('e-spoiler')) span.onclick = () => span.classList.remove('e-spoiler');
    return span;
  });
}

function drawKeyboard(message) {
  const keyboard = make('div', 'keyboard');
  message.rows.forEach((row, r) => {
    const line = make('div', 'row');
    row.forEach((button, c) => {
      const key = make('button', 'key' + (button.waiting ? ' waiting' : ''));
      key.dataset.testid = 'inline-button';
      key.title = button.label;
      key.append(make('span', 'label', button.label));
      if (button.copies !== null) key.append(icon('copy'));
      if (button.opens !== null) key.append(icon('link'));
      key.onclick = () => tap(key, message, button, r, c);
      line.append(key);
    });
    keyboard.append(line);
  });
  return keyboard;
}

async function tap(key, message, button, row, column) {
  if (button.copies !== null) {
    await navigator.clipboard?.writeText(button.copies).catch(() => {});
    say('Copied to clipboard');
  } else if (button.opens !== null) {
    say('This link would open ' + button.opens);
  } else {
    key.classList.add('waiting');
    const response = await act('press', { message: message.id, row, column });
    if (!response.ok) key.classList.remove('waiting');
  }
}

function grow() {
  $('text').rows = Math.min(5, $('text').value.split('\n').length);
  $('send').classList.toggle('ready', $('text').value.trim() !== '');
}

async function send() {
  const text = $('text').value;
  if (!text.trim()) return;
  $('text').value = '';
  grow();
  await act('type', { text });
}

function addPerson() {
  $('join-name').value = '';
  $('joining').showModal();
}

$('send').onclick = send;
$('text').oninput = grow;
$('text').onkeydown = e => { if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) { e.preventDefault(); send(); } };
$('start').onclick = () => act(state.phone.blocked && state.phone.messages.length ? 'unblock' : 'start');
document.onclick = e => {
  $('menu').hidden = !(e.target.closest('#more') && $('menu').hidden);
  $('sheet').hidden = !(e.target.closest('#attach') && $('sheet').hidden);
};
$('delete-chat').onclick = () => act('delete-chat');
$('block').onclick = () => act(state.phone.blocked ? 'unblock' : 'block');
$('add').onclick = addPerson;
$('add-first').onclick = addPerson;
$('join-cancel').onclick = () => $('joining').close();
$('joining').querySelector('form').onsubmit = async () => {
  const response = await post('people', { firstName: $('join-name').value.trim(), languageCode: $('join-language').value });
  if (response.ok) choose((await response.json()).phone.id);
};
$('restart').onclick = async () => {
  $('restart').disabled = true;
  say('The server restarts…');
  const response = await post('restart');
  if (response.ok) say('The server is back.');
  $('restart').disabled = false;
};
for (const [kind, name] of Object.entries(kinds)) {
  const button = make('button', 'attach-' + kind);
  const round = make('span', 'round');
  button.dataset.testid = 'attach-' + kind;
  round.append(icon(kind));
  button.append(round, make('span', '', name));
  button.onclick = () => act('send', { kind });
  $('sheet').append(button);
}

// The drawer of weather: switches for what lasts, buttons for what happens once.
function drawWeather() {
  const on = state.weather.length;
  $('weather-count').hidden = on === 0;
  $('weather-count').textContent = on;
  $('weather').classList.toggle('on', on > 0);
  $('calm').disabled = on === 0;
  document.querySelectorAll('.switch').forEach(s => s.setAttribute('aria-checked', state.weather.includes(s.dataset.weather)));
  document.querySelectorAll('.once button.hers').forEach(b => { b.disabled = !state.phone; });
}

function weatherButton(option, className) {
  const button = make('button', className);
  button.dataset.testid = 'weather-' + option.name;
  button.dataset.weather = option.name;
  button.append(make('span', 'words', option.words), make('small', '', option.cases));
  return button;
}

async function loadWeather() {
  for (const option of await (await fetch('/phone/weather')).json()) {
    if (option.lasts) {
      const toggle = weatherButton(option, 'switch');
      toggle.setAttribute('role', 'switch');
      toggle.setAttribute('aria-checked', false);
      toggle.append(make('i', 'knob'));
      toggle.onclick = () => post('weather/' + option.name, { on: toggle.getAttribute('aria-checked') !== 'true' });
      $('lasting').append(toggle);
    } else {
      const button = weatherButton(option, option.needsPerson ? 'hers' : '');
      const one = make('div', 'one');
      const count = make('input');
      one.append(button);
      if (option.count) {
        Object.assign(count, { type: 'number', min: 1, max: 100000, value: option.count });
        count.setAttribute('aria-label', option.words + ': how many');
        one.append(count);
      }
      button.onclick = async () => {
        const body = { ...(person ? { person } : {}), ...(option.count ? { count: Number(count.value) } : {}) };
        if ((await post('weather/' + option.name, body)).ok) { button.classList.add('done'); setTimeout(() => button.classList.remove('done'), 900); }
      };
      $('once').append(one);
    }
  }
  if (state) drawWeather();
}

function openDrawer(open) {
  $('drawer').hidden = !open;
  $('weather').setAttribute('aria-expanded', open);
  document.body.classList.toggle('drawn', open);
}

$('weather').onclick = () => openDrawer($('drawer').hidden);
$('drawer-close').onclick = () => { openDrawer(false); $('weather').focus(); };
$('calm').onclick = () => post('weather/calm');
document.addEventListener('keydown', e => { if (e.key === 'Escape' && !$('drawer').hidden) openDrawer(false); });

loadWeather();
person = Number(location.hash.slice(1)) || null;
listen();
