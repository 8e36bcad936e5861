import { counted, note, printJson, printLine, shown, table } from '../output.ts';
import { wordsOfCase } from '../reading.ts';
import { type CommonOptions, withView } from '../session.ts';

export async function entities(folder: string, options: CommonOptions): Promise<void> {
  await withView(folder, async (view) => {
    const { resolution } = view;
    if (options.json) {
      printJson(resolution.entities);
      return;
    }
    const words = await wordsOfCase(view);
    const named = resolution.entities
      .filter((entity) => entity.named)
      .sort((a, b) => b.mentions.length - a.mentions.length || (a.canonical < b.canonical ? -1 : 1));
    const rows = named.map((entity) => [
      entity.id.slice(0, 10),
      words.label('type', entity.type),
      entity.country ?? '',
      String(entity.mentions.length).padStart(5),
      shown(entity.canonical),
      entity.names
        .filter(({ text }) => text !== entity.canonical)
        .map(({ text }) => shown(text))
        .join(' | '),
    ]);
    for (const line of table([['id', 'type', 'in', 'times', 'name', 'also written'], ...rows])) printLine(line);
    note(
      `${counted(named.length, 'named entity', 'named entities')}; ${resolution.entities.length - named.length} described but not named (--json lists them).`,
    );
  });
}
