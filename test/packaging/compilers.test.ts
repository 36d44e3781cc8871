import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type typescript from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installedTools } from '../support/installed-tools'
import { type HostProgram, hostPrograms } from './host-programs'
import { appWithPackage } from './packed'

type Compiler = typeof typescript

/** The oldest compiler that the package supports, each later one, and that of the repository. */
const versions = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0'] as const
/** A program takes about 5 s, so only the DOM, which is part of the compiler and changes with it, has every version. */
const versionsFor = ({ lib }: HostProgram): readonly string[] =>
  lib.includes('dom') ? versions : [versions[0], versions[versions.length - 1] as string]
const cases = Object.entries(hostPrograms).flatMap(([host, program]) =>
  versionsFor(program).map((version) => [host, version, program] as const),
)

let app = ''
let compilerOf: (version: string) => Compiler

beforeAll(() => {
  const load = createRequire(join(installedTools('compilers', 10), 'package.json'))
  const own = createRequire(import.meta.url)
  compilerOf = (version) => (version === '6.0' ? own('typescript') : load(`typescript-${version}`))
  app = appWithPackage().app
}, 120_000)

afterAll(() => rmSync(app, { recursive: true, force: true }))

/** The messages of a compiler about a program of the app, with all declarations of the package and its peers checked. */
const messagesOf = (ts: Compiler, { text, lib, types }: HostProgram): readonly string[] => {
  const path = join(app, 'program.mts')
  writeFileSync(path, text)
  const options: typescript.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind.NodeNext,
    lib: lib.map((name) => `lib.${name}.d.ts`),
    types: [...types],
    noEmit: true,
  }
  const host = ts.createCompilerHost(options)
  host.getCurrentDirectory = () => app
  return ts
    .getPreEmitDiagnostics(ts.createProgram([path], options, host))
    .map(({ file, messageText }) =>
      [file?.fileName, ts.flattenDiagnosticMessageText(messageText, '\n')].join(': '),
    )
}

describe('the types of the packed package', () => {
  it.each(versions)('are tested with the compiler of TypeScript %s', (version) => {
    expect(compilerOf(version).versionMajorMinor).toBe(version)
  })

  it.each(cases)(
    'compile in %s, under TypeScript %s',
    (_, version, program) => {
      expect(messagesOf(compilerOf(version), program)).toEqual([])
    },
    60_000,
  )
})
