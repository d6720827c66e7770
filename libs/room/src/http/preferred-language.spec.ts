import { preferredLanguage } from './preferred-language.js';

describe('preferredLanguage', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh', 'zh'],
    ['zh-Hant-TW, en;q=0.9', 'zh'],
    ['en-GB, zh;q=0.5', 'en'],
    ['zh;q=0.4, en;q=0.5', 'en'],
    ['fr, zh-CN;q=0.5', 'zh'],
    ['zh;q=0', 'en'],
    ['*', 'en'],
    ['ZH-cn', 'zh'],
    ['zh;q=high', 'en'],
  ])('%p → %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
