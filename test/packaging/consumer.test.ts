import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appWithPackage } from './packed'

let app = ''

beforeAll(() => {
  app = appWithPackage().app
}, 60_000)

afterAll(() => rmSync(app, { recursive: true, force: true }))

const panel = `
import { allActions, combine, createPanel, defineAction, fetchTransport, handle, isOutcomeUnknownError } from 'lockpanel'
import type { Panel, Transport } from 'lockpanel'
import { doorLockActions, listUsers } from 'lockpanel/actions/door-lock'
import { deviceActions } from 'lockpanel/actions/device'
import { allActions as same } from 'lockpanel/actions/all'
import { createPanel as bare } from 'lockpanel/core'
import { passwordCipher } from 'lockpanel/crypto'
import * as t from 'io-ts'

declare global {
  /** The types of rxjs name it; every host has it. */
  function setTimeout(run: () => void, ms?: number): number
}

const transport: Transport = combine(fetchTransport({ url: 'http://127.0.0.1' }))
const { apiRequest } = createPanel({ actions: allActions, transport })

export const nick = async (device_id: string): Promise<readonly string[]> => {
  const page = await apiRequest('doorLock.listUsers', { device_id, target_standard_dp_codes: '', page_no: 1, page_size: 20 })
  return page.records.map((user) => user.nick_name)
}
export const now = (): Promise<number> => apiRequest('timer.currentTime')
export const beep = defineAction({
  name: 'app.beep', family: 'mini-program', safety: 'idempotent', locks: ['any'], params: t.strict({ times: t.number }), result: t.boolean,
})
export const own = bare({ actions: { ...doorLockActions, ...deviceActions, beep }, transport })
export const beeped: Promise<boolean> = own.apiRequest('app.beep', { times: 1 })
export const small = handle(same.listUsers, (params, { send }) => send({ ...params, page_size: 5 }))
export const one = bare({ actions: { listUsers }, transport }).apiRequest
export const cipher = passwordCipher({ accessKey: '0123456789abcdef0123456789abcdef' })
export const check = (error: unknown): string | undefined => (isOutcomeUnknownError(error) ? error.check : undefined)
// @ts-expect-error: the compiler must know the parameters
apiRequest('doorLock.listUsers', { device_id: 17 })
`

const server = `
import { createSimulator, createClock } from 'lockpanel/simulator'
import type { Simulator } from 'lockpanel/simulator'
export const simulator: Simulator = createSimulator({ clock: createClock() })
export const url: Promise<string> = simulator.serve({ port: 0 }).then((served) => served.url)
`

const strict: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: ts.ScriptTarget.ES2020,
  lib: ['lib.es2020.d.ts'],
  types: [],
  noEmit: true,
}

const messagesOf = (file: string, text: string, options: ts.CompilerOptions): readonly string[] => {
  const path = join(app, file)
  writeFileSync(path, text)
  const host = ts.createCompilerHost(options)
  host.getCurrentDirectory = () => app
  const program = ts.createProgram([path], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file: at, messageText }) =>
      [at?.fileName, ts.flattenDiagnosticMessageText(messageText, '\n')].join(': '),
    )
}

const nodeNext = { ...strict, module: ts.ModuleKind.NodeNext }
/** The defaults of a project without module options, such as a project of the WeChat developer tools. */
const classic: ts.CompilerOptions = {
  ...strict,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  ignoreDeprecations: '6.0',
}
const bundler: ts.CompilerOptions = {
  ...strict,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
}

describe('the types of the packed package, without the DOM', () => {
  it('compile in an ES module', () => {
    expect(messagesOf('panel.mts', panel, nodeNext)).toEqual([])
  })

  it('compile in a CommonJS module', () => {
    expect(messagesOf('panel.cts', panel, nodeNext)).toEqual([])
  })

  it('compile with the module resolution of a bundler', () => {
    expect(messagesOf('bundled.ts', panel, bundler)).toEqual([])
  })

  it('compile in a project whose compiler does not support `exports`', () => {
    expect(messagesOf('classic.ts', panel, classic)).toEqual([])
  })

  it('compile for the simulator together with the types of Node', () => {
    expect(messagesOf('server.mts', server, { ...nodeNext, types: ['node'] })).toEqual([])
    expect(messagesOf('server.cts', server, { ...nodeNext, types: ['node'] })).toEqual([])
  })
})
