/* global document */
'use strict';
// What was dropped or chosen goes to the verifier above, and its answer into the page, as text.
(() => {
  const byId = (id) => document.getElementById(id);
  let dropped = new Map();

  const said = (parent, tag, { en, 'zh-Hans': zh }) => {
    const element = document.createElement(tag);
    const chinese = document.createElement('span');
    chinese.lang = 'zh-Hans';
    chinese.textContent = zh;
    element.append(en, document.createElement('br'), chinese);
    parent.append(element);
  };

  const list = (parent, title, sentences) => {
    if (sentences.length === 0) return;
    said(parent, 'h2', title);
    const items = document.createElement('ul');
    for (const sentence of sentences) said(items, 'li', sentence);
    parent.append(items);
  };

  function show({ holds, code, because, checked, unchecked }) {
    const answer = byId('answer');
    answer.replaceChildren();
    answer.className = holds ? 'holds' : 'fails';
    answer.dataset.code = code ?? '';
    const failed = { en: 'It does not hold.', 'zh-Hans': '不成立。' };
    const unasked = { en: 'It could not be asked.', 'zh-Hans': '无法查验。' };
    said(answer, 'h2', holds ? { en: 'It holds.', 'zh-Hans': '成立。' } : holds === null ? unasked : failed);
    if (because) said(answer, 'p', because);
    const title = holds ? { en: 'Checked', 'zh-Hans': '已查验' } : { en: 'What held until then', 'zh-Hans': '此前成立的内容' };
    list(answer, title, checked);
    if (holds) list(answer, { en: 'Not checked', 'zh-Hans': '未查验' }, unchecked);
  }

  const pathOf = (file) => file.webkitRelativePath || file.name;
  const entriesOf = (input) => [...byId(input).files].map((file) => [pathOf(file), file]);

  async function verify() {
    byId('answer').replaceChildren();
    if (!globalThis.crypto?.subtle) {
      const answer = byId('answer');
      answer.className = 'fails';
      return said(answer, 'p', {
        en: 'This browser has no WebCrypto here. Open the page from a file, or over https.',
        'zh-Hans': '此浏览器在此处不提供 WebCrypto。请从文件打开本页，或通过 https 打开。',
      });
    }
    const files = new Map([...dropped, ...entriesOf('folder'), ...entriesOf('files')]);
    const [policy, keys, partyKeys] = ['policy', 'keys', 'party-keys'].map((id) => byId(id).files[0]);
    try {
      show(await globalThis.parleyVerifier.verifyDropped(files, { policy, keys, partyKeys }));
    } catch (error) {
      byId('answer').className = 'fails';
      byId('answer').textContent = String(error);
    }
  }

  byId('verify').addEventListener('click', () => void verify());
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    dropped = new Map([...event.dataTransfer.files].map((file) => [pathOf(file), file]));
    void verify();
  });
})();
