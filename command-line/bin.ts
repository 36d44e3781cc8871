#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { addAbortSignal } from 'node:stream'
import { text } from 'node:stream/consumers'
import { allActions } from '../actions'
import { CommandError } from './command-error'
import { exitCodes } from './host'
import { run } from './main'
import type { Reference } from './reference'

const { argv, env, stdin, stdout, stderr } = process
/** One folder above this file, as a source and as a built file. */
const packageRoot = join(__dirname, '..')
const readJson = (...path: readonly string[]): unknown =>
  JSON.parse(readFileSync(join(packageRoot, ...path), 'utf8'))

// A reader such as `head` closes the pipe early; that is not an error.
for (const stream of [stdout, stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(exitCodes.ok)
  })

const stopping = new AbortController()
const stop = () => stopping.abort()
// The second Ctrl-C ends the process in the usual way.
process.once('SIGINT', stop)
process.once('SIGTERM', stop)

/** Ctrl-C, Ctrl-D and a closed terminal are no answer. */
const ask = (question: string): Promise<string> =>
  new Promise((resolve) => {
    // On stderr, because stdout is for the answer of the cloud.
    const terminal = createInterface({ input: stdin, output: stderr })
    terminal.once('SIGINT', stop)
    terminal.once('close', () => resolve(''))
    stopping.signal.addEventListener('abort', () => terminal.close())
    terminal.question(question, (answer) => {
      resolve(answer)
      terminal.close()
    })
  })

const reference = (): Reference => {
  try {
    return readJson('dist', 'reference.json') as Reference
  } catch {
    throw new CommandError('dist/reference.json is missing; `npm run build` creates it')
  }
}

run(argv.slice(2), {
  stdout,
  stderr,
  stdin: { isTTY: stdin.isTTY, text: () => text(addAbortSignal(stopping.signal, stdin)) },
  ask,
  readFile: (path) => readFile(path, 'utf8'),
  writeFile,
  now: Date.now,
  env,
  signal: stopping.signal,
  version: (readJson('package.json') as { readonly version: string }).version,
  actions: Object.values(allActions),
  reference,
}).then((exitCode) => {
  // Not `process.exit`, which would truncate pending output to a pipe.
  process.exitCode = exitCode
})
