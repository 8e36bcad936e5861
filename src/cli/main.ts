import { fail } from './fail.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `clew needs Node 20.19 or newer; this is ${process.versions.node}.\nInstall a newer Node: https://nodejs.org\n`,
  );
  process.exit(1);
}
// `clew claims case | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  const { createProgram } = await import('./program.ts');
  await createProgram().parseAsync(process.argv);
} catch (error) {
  fail(error, process.argv.includes('--json'));
}
