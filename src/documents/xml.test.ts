import { describe, expect, it } from 'vitest';
import { scanXml, XmlRefused } from './xml.ts';

function scan(xml: string) {
  const events: string[] = [];
  const isWhole = scanXml(xml, {
    open: (name, attribute) => events.push(`<${name} ${attribute('a') ?? ''}`),
    close: (name) => events.push(`/${name}`),
    text: (text) => events.push(text),
  });
  return { events, isWhole };
}

describe('scanXml', () => {
  it.each([
    ['<w:p x:a="1">t</w:p>', ['<p 1', 't', '/p']],
    ['<p/>', ['<p ', '/p']],
    ["<p a = 'x > y'/>", ['<p x > y', '/p']],
    ['<p b="a=&quot;no&quot;" a="yes"/>', ['<p yes', '/p']],
    ['<?xml version="1.0"?><!-- <p> --><![CDATA[<q>&amp;]]>', ['<q>&amp;']],
    ['&lt;&#65;&#x42;&other;&#xD800;', ['<AB&other;\ufffd']],
  ])('%s', (xml, events) => {
    expect(scan(xml)).toEqual({ events, isWhole: true });
  });

  it.each(['<p', '<p a="1', '<!-- ', '<![CDATA[ x'])('says when it is cut off: %s', (xml) => {
    expect(scan(`<r>${xml}`)).toEqual({ events: ['<r '], isWhole: false });
  });

  it('refuses a document type declaration', () => {
    expect(() => scan('<!DOCTYPE x><p/>')).toThrow(XmlRefused);
  });

  it('takes 200,000 open elements and as many attributes in its stride', () => {
    expect(scan('<p>'.repeat(200_000)).events).toHaveLength(200_000);
    expect(scan(`<p ${'b="1" '.repeat(200_000)}a="2"/>`).events[0]).toBe('<p 2');
  });
});
