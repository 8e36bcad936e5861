import { Command, type CommanderError } from 'commander';
import { ClewError } from '../errors.ts';
import { clewVersion } from './version.ts';

const JSON_OPTION = ['--json', 'print JSON instead of text'] as const;
const ACCEPT_SHRUNK = ['--accept-shrunk', 'take a file that lacks more than a tenth of the list in force'] as const;
const NO_OCR = ['--no-ocr', 'leave pictures and scanned pages unread'] as const;
const WHO = ['--who <name>', 'who decides (default: $CLEW_WHO, else the name of your account)'] as const;
const COMMENT = ['--comment <text>', 'why'] as const;

const DECISIONS_HELP = `
  clew decide <case> accept <claim…>            the claims are rightly read
  clew decide <case> reject <claim…>            they are wrongly read: they leave findings and dossier
  clew decide <case> edit <claim> --modality …  correct what was read into a quotation
  clew decide <case> same <entity> <entity>     two entities are one
  clew decide <case> not-same <entity> <entity> they are different, whatever the rules say
  clew decide <case> origin <claim|document> <origin>   it comes from this origin
  clew decide <case> reply <entity> <outcome>   no_reply, denied, denied_knowledge, declined, declined_specifics, statement
  clew decide <case> hit <hit> confirm|reject   the list entry is meant, or it is not

Ids may be shortened while they stay unique; entities may be given by name, documents by file name.
Every decision can be undone: clew undo <case> <decision>.`;

/**
 * The command line as declared in `docs/reference/commands.md`. Only commander is loaded here:
 * each action imports what it needs, so that `clew --version` starts as fast as node does.
 */
export function createProgram(): Command {
  const program = new Command('clew')
    .description(
      'From a pile of documents to claims, independent origins and a dossier with a footnote for every sentence.',
    )
    .version(clewVersion())
    .showHelpAfterError('(run clew --help, or clew help <command>)')
    .configureHelp({ sortSubcommands: false });
  addCaseCommands(program);
  addLookCommands(program);
  addDecisionCommands(program);
  addListCommands(program);
  addOutputCommands(program);
  throwInsteadOfExit(program);
  return program;
}

function addCaseCommands(program: Command): void {
  program
    .command('demo')
    .description('read the bundled sample case, say what was found, write its dossier')
    .option(
      '--keep <folder>',
      'where to put the case and the dossier (default: a new folder under the temporary folder)',
    )
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./commands/demo.ts')).demo(options));
  program
    .command('new')
    .argument('<case>', 'folder to make, by habit ending in .clew')
    .description('make an empty case')
    .option('--name <name>', 'what the dossier calls it (default: the folder’s name)')
    .option(...JSON_OPTION)
    .action(async (folder, options) => (await import('./commands/new.ts')).newCase(folder, options));
  program
    .command('add')
    .argument('<case>')
    .argument(
      '[path...]',
      'files, folders, archives; - reads one document from standard input; none: only extract again',
    )
    .description('read documents into a case; resumable, adds nothing twice')
    .option('--ack', 'print "ACK <sha256>" once a document is durable')
    .option('--encoding <name>', 'character encoding of these text files, over any guess')
    .option('--name <name>', 'name for the document read from standard input')
    .option(...NO_OCR)
    .option(...JSON_OPTION)
    .action(async (folder, paths, options) => (await import('./commands/add.ts')).add(folder, paths, options));
  program
    .command('read')
    .argument('<file>')
    .description('read one file without a case and print what was read')
    .option('--encoding <name>', 'character encoding of a text file, over any guess')
    .option(...NO_OCR)
    .option(...JSON_OPTION)
    .action(async (file, options) => (await import('./commands/read.ts')).read(file, options));
}

function addLookCommands(program: Command): void {
  const look = (name: string, description: string) =>
    program
      .command(name)
      .argument('<case>')
      .description(description)
      .option(...JSON_OPTION);
  look('status', 'documents, problems and counts').action(async (folder, options) =>
    (await import('./commands/status.ts')).status(folder, options),
  );
  look('claims', 'every claim: who says it through whom, how, and the quotation')
    .option('--document <hash-or-name>', 'only claims of this document')
    .option('--unread', 'what is no claim because of a word that governs it')
    .action(async (folder, options) => (await import('./commands/claims.ts')).claims(folder, options));
  look('entities', 'people, companies, bodies, weapons, places and how often they are named').action(
    async (folder, options) => (await import('./commands/entities.ts')).entities(folder, options),
  );
  look(
    'findings',
    'facts with their support: documents, publisher origins, upstream origins; and contradictions',
  ).action(async (folder, options) => (await import('./commands/findings.ts')).findings(folder, options));
  look('origins', 'independent origins and the documents that derive from each').action(async (folder, options) =>
    (await import('./commands/origins.ts')).origins(folder, options),
  );
  look('replies', 'who was asked and what they answered').action(async (folder, options) =>
    (await import('./commands/replies.ts')).replies(folder, options),
  );
}

function addDecisionCommands(program: Command): void {
  program
    .command('decide')
    .argument('<case>')
    .argument('<action>', 'accept, reject, edit, same, not-same, origin, reply or hit')
    .argument('<id...>', 'what it is about: see below')
    .description('record a decision; no later run overwrites it')
    .option('--predicate <predicate>', 'edit: the right predicate')
    .option('--modality <modality>', 'edit: the right modality')
    .option('--polarity <polarity>', 'edit: positive or negative')
    .option('--subject <entity...>', 'edit: ids or names of entities that the document names')
    .option('--object <entity...>', 'edit: likewise')
    .option('--theme <entity...>', 'edit: what moved, likewise')
    .option('--place <entity...>', 'edit: likewise')
    .option('--number <decimal>', 'edit: the right number, with --unit')
    .option('--unit <unit>', 'edit: its unit, or the ISO 4217 code of a currency')
    .option('--time <edtf>', 'edit: the right time, for example 2024-04/2024-06')
    .option('--note <text>', 'reply: the answer in their words', '')
    .option('--date <edtf>', 'reply: when they answered')
    .option(...WHO)
    .option(...COMMENT)
    .option(...JSON_OPTION)
    .addHelpText('after', DECISIONS_HELP)
    .action(async (folder, action, ids, options) =>
      (await import('./commands/decide.ts')).decide(folder, action, ids, options),
    );
  program
    .command('undo')
    .argument('<case>')
    .argument('<decision>')
    .description('take a decision back; the undoing is a decision too')
    .option(...WHO)
    .option(...COMMENT)
    .option(...JSON_OPTION)
    .action(async (folder, id, options) => (await import('./commands/decide.ts')).undo(folder, id, options));
  program
    .command('decisions')
    .argument('<case>')
    .description('all decisions and how they stand')
    .option('--orphaned', 'only those whose place is no longer found')
    .option(...JSON_OPTION)
    .action(async (folder, options) => (await import('./commands/decisions.ts')).decisions(folder, options));
}

function addListCommands(program: Command): void {
  const notYet = (what: string) => (): never => {
    throw new ClewError('not-yet', `${what} is not built yet.`, {
      hint: 'The README says what works today; the CHANGELOG will say when this does.',
    });
  };
  const lists = program.command('lists').description('sanctions lists kept under $CLEW_DATA');
  lists
    .command('add')
    .argument('<file...>', 'OFAC csv files, UN XML, OpenSanctions targets.simple.csv or entities.ftm.json')
    .description('read lists into snapshots; the format is recognised')
    .option('--list <id>', 'keep them under this id (default: the list’s own)')
    .option('--as-of <date>', 'the day the files show (default: as the list says, else from file name or time)')
    .option('--history', 'first_seen and last_seen sum up earlier snapshots: they say who came and who was removed')
    .option('--no-history', 'they do not (default: told by the rows)')
    .option(...ACCEPT_SHRUNK)
    .option(...JSON_OPTION)
    .action(async (files, options) => (await import('./commands/lists.ts')).addFiles(files, options));
  lists
    .command('list')
    .description('the snapshots that are kept')
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./commands/lists.ts')).listLists(options));
  lists
    .command('remove')
    .argument('<list>')
    .description('remove a list, or one snapshot of it')
    .option('--as-of <date>', 'only the snapshot of this day')
    .option(...JSON_OPTION)
    .action(async (list, options) => (await import('./commands/lists.ts')).removeList(list, options));
  lists
    .command('update')
    .description('fetch lists from their official addresses and show what changed; only with --online')
    .option('--online', 'open connections: nothing else in clew ever does')
    .option('--source <id...>', 'only these sources (default: those of the lists that are installed)')
    .option('--from <url>', 'fetch from this address instead of the official one (with one --source)')
    .option(...ACCEPT_SHRUNK)
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./commands/lists-update.ts')).updateLists(options));
  program
    .command('screen')
    .argument('[case]')
    .description('compare a case, a name or a file of names with the installed lists')
    .option('--name <name>', 'one name')
    .option('--batch <file.tsv>', 'a tab-separated file with the columns query and schema; - is standard input')
    .option('--schema <schema>', 'with --name: person, org or vessel')
    .option('--alias <name...>', 'with --name: other names of the same')
    .option(
      '--identifier <scheme:number...>',
      'with --name or alone: for example inn:7700000009, imo:9074729 (all schemes: docs/reference/commands.md)',
    )
    .option('--birth-date <edtf>', 'with --name: as far as known, for example 1947-09-14 or 1947')
    .option('--country <code...>', 'with --name: names or ISO 3166 codes')
    .option('--gender <gender>', 'with --name: male or female')
    .option('--as-of <date>', 'was it listed on that day?')
    .option('--list <id...>', 'only these lists')
    .option('--threshold <score>', 'show what scores at least this, 0 to 1 (default: the alert threshold)')
    .option('--all', 'show weaker ones too')
    .option('--limit <number>', 'at most so many for one name (default: 5)')
    .option('--changed', 'with a case: only what is different from the last recorded screening')
    .option(...JSON_OPTION)
    .action(async (folder, options) => (await import('./commands/screen.ts')).screen(folder, options));
  program
    .command('serve')
    .description('the workbench in a browser on 127.0.0.1 (not yet)')
    .argument('[case]')
    .allowUnknownOption()
    .action(notYet('clew serve'));
}

function addOutputCommands(program: Command): void {
  program
    .command('dossier')
    .argument('<case>')
    .requiredOption('-o, --output <file.html>', 'where to write it')
    .description('write the dossier: one HTML file, a footnote for every sentence')
    .option(...JSON_OPTION)
    .action(async (folder, options) => (await import('./commands/dossier.ts')).dossier(folder, options));
  program
    .command('export')
    .argument('<case>')
    .requiredOption('--format <format>', 'json, ftm (FollowTheMoney), csv or hits-csv')
    .option('-o, --output <file>', 'where to write it (default: standard output)')
    .option(...JSON_OPTION)
    .description('write the case in a format of the field')
    .action(async (folder, options) => (await import('./commands/export.ts')).exportCase(folder, options));
  program
    .command('verify')
    .argument('<case>')
    .description('check every hash, quotation and journal link again')
    .option('--list', 'print "<recorded sha256> <sha256 of the stored original>" for each document')
    .option(...JSON_OPTION)
    .action(async (folder, options) => (await import('./commands/verify.ts')).verify(folder, options));
}

/** commander exits by itself on wrong use; we turn that into our own error so that codes and shapes are one table. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride((error: CommanderError) => {
    if (error.exitCode === 0) process.exit(0);
    if (error.code === 'commander.help') process.exit(2);
    throw new ClewError('usage', error.message.replace(/^error: /, ''), {
      hint: `Run clew help${command.name() === 'clew' ? '' : ` ${command.name()}`} for what it takes.`,
      cause: error,
    });
  });
  command.configureOutput({ outputError: () => undefined });
  for (const inner of command.commands) throwInsteadOfExit(inner);
}
