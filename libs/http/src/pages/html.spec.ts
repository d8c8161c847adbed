import * as fc from 'fast-check';
import { escapeText, html } from './html';

describe('markup', () => {
  it('escapes what is put into it', () => {
    expect(html`<p title="${'"x"'}">${'<script>alert(1)</script>'}</p>`.markup).toBe(
      '<p title="&quot;x&quot;">&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
  });

  it('takes markup of its own as it is, in lists too, and leaves out what is not there', () => {
    expect(html`<ul>${['a', 'b'].map((item) => html`<li>${item}</li>`)}${null}${false}${undefined}</ul>`.markup).toBe(
      '<ul><li>a</li><li>b</li></ul>',
    );
  });

  it('shows characters that turn the direction of reading instead of obeying them', () => {
    expect(escapeText('abc\u202ecba \u2066x\u2069\u0000')).toBe('abc\ufffdcba \ufffdx\ufffd\ufffd');
  });

  it('never lets a text open a tag, end an attribute or start an entity', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeText(text).replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(
          /[<>"'&\u202a-\u202e\u2066-\u2069]/,
        );
      }),
    );
  });
});
