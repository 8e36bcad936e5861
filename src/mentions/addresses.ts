import type { Passage } from '../model/index.ts';
import type { Candidate } from './candidate.ts';
import type { Sentence } from './words.ts';

/** Web sites as publications, by their host: `www.news.example`. E-mail addresses and file names are none. */
export function findSites(text: string, sentence: Sentence, index: number): Candidate[] {
  if (!sentence.words.some((word) => word.kind === 'address')) return [];
  return sentence.words.flatMap((word, at): Candidate[] => {
    if (word.kind !== 'address' || word.text.includes('@')) return [];
    const host = /^(?:[a-z]+:\/\/)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/iu.exec(word.text);
    const site = host?.[1];
    // A link to a page names no publication by itself.
    if (
      !host ||
      site === undefined ||
      host[0].length < word.text.replace(/\/$/, '').length ||
      /\.(?:html?|pdf|docx?|xlsx?|txt|jpe?g|png|zip)$/i.test(site)
    )
      return [];
    const start = word.start + host[0].length - site.length;
    return text.slice(start, start + site.length) === site
      ? [
          {
            start,
            end: start + site.length,
            sentence: index,
            from: at,
            to: at,
            named: true,
            votes: { Publication: 3 },
            strength: 7,
            rule: 'mentions/site',
            key: site.toLowerCase().replace(/^www\./, ''),
          },
        ]
      : [];
  });
}

/** Users of a forum: a name alone on its line above the controls of its post. Labels such as OP or MOD at its end are not part of it. */
export function findUsers(text: string, passages: readonly Passage[], sentences: readonly Sentence[]): Candidate[] {
  const indexOf = new Map(sentences.map((sentence, index) => [sentence.start, index]));
  return passages.flatMap((passage, n): Candidate[] => {
    const line = passage.sentences[0];
    if (passage.kind !== 'comment' || passages[n + 1]?.kind !== 'boilerplate' || !line || passage.sentences.length > 1)
      return [];
    const user = /^@?[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,38}$/u.exec(text.slice(line.start, line.end))?.[0];
    const index = indexOf.get(line.start);
    if (user === undefined || index === undefined) return [];
    const bare = user.replace(/(?<=[\p{Ll}\p{N}_])(?:OP|MOD|ADMIN|BOT)$/u, '');
    return [
      {
        start: line.start,
        end: line.start + bare.length,
        sentence: index,
        from: 0,
        to: Math.max(0, (sentences[index]?.words.length ?? 1) - 1),
        named: true,
        votes: { Person: 3 },
        strength: 9,
        rule: 'mentions/user',
        key: `user ${bare.toLowerCase()}`,
      },
    ];
  });
}
