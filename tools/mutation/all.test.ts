import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'vitest'

/** Relative to the root of the project. */
const root = join(import.meta.dirname, '../..')

/** It compiles the sources, which Stryker has changed. */
const left = ['test/transports/wx-typings.test.ts']

const filesOf = (path: string): readonly string[] =>
  statSync(join(root, path)).isFile()
    ? [path]
    : readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => join(path, name))

/** Property tests take longest, and a mutant needs no further test once one has failed. */
const isSlow = (file: string) => file.includes('.property.')

const files = (process.env.MUTATION_TESTS ?? '')
  .split(',')
  .flatMap(filesOf)
  .filter((file) => !left.includes(file))
  .sort((a, b) => Number(isSlow(a)) - Number(isSlow(b)))

// One test file for all, so that each mutant loads the modules once.
for (const file of files)
  describe(file, async () => {
    await import(join(root, file))
  })
