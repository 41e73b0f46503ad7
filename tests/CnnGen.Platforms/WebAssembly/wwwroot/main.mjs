// Runs the tests under Node. Arguments: parts of the names of tests to run; none for all.
import { readFileSync, readdirSync } from 'node:fs';
import { dotnet } from './_framework/dotnet.js';

const { Module, runMain } = await dotnet.withApplicationArguments(...process.argv.slice(2)).create();
const goldens = new URL('../Goldens/Data/', import.meta.url);
Module.FS_createPath('/', 'Goldens/Data', true, true);
for (const name of readdirSync(goldens)) {
    Module.FS_createDataFile('/Goldens/Data', name, readFileSync(new URL(name, goldens)), true, true);
}
process.exit(await runMain());
