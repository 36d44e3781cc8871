import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { openInEditor } from '../support/language-service'
import { messagesOf } from './compile'

const names = Object.values(allActions).map(({ name }) => name)

const prelude = `
import { allActions, type CallsOf, createPanel, type Transport } from 'lockpanel'
declare const transport: Transport
const panel = createPanel({ actions: allActions, transport })
type Calls = CallsOf<typeof allActions>
`

const methods = ['apiRequest', 'request$', 'taskEither'] as const
const callOf = (name: string, method: string = methods[0]) =>
  `panel.${method}(${JSON.stringify(name)}, { device_id: 'd1' })\n`

describe('the compiler, for a name that no action has,', () => {
  const typos = {
    'doorLock.listUser': ['doorLock.listUserOpmodes', 'doorLock.listUsers'],
    listUsers: ['doorLock.listUsers'],
    'doorlock.listUsers': ['doorLock.listUsers'],
    'doorLock.passwordTikcet': ['doorLock.passwordTicket'],
    'device.stutas': ['device.status'],
    'tuya.m.device.member.lst': ['tuya.m.device.member.list'],
    'doorLock.zz': ['this panel has no action doorLock.zz'],
  }
  const messages = messagesOf(
    Object.fromEntries(
      Object.keys(typos).flatMap((typo) =>
        methods.map((method) => [`${method} ${typo}`, prelude + callOf(typo, method)]),
      ),
    ),
  )

  it.each(Object.entries(typos))('reports only the closest names for %s', (typo, expected) => {
    for (const method of methods) {
      const [message = '', ...others] = messages[`${method} ${typo}`] ?? []
      expect(others).toEqual([])
      const quoted = [...message.matchAll(/"([^"]*)"/g)].map(([, text]) => text)
      expect(quoted.sort()).toEqual([typo, ...expected].sort())
    }
  })

  it('never lists all names: swapped letters give a message of a few names', () => {
    const typosOf = fc
      .sample(
        fc.tuple(fc.constantFrom(...names), fc.nat()).map(([name, seed]) => {
          const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1)
          const at = name.length - last.length + 1 + (seed % Math.max(1, last.length - 2))
          return `${name.slice(0, at)}${name[at + 1] ?? 'x'}${name[at]}${name.slice(at + 2)}`
        }),
        { numRuns: 25, seed: 5 },
      )
      .filter((typo) => !(names as readonly string[]).includes(typo))
    const reported = messagesOf({ typos: prelude + typosOf.map((typo) => callOf(typo)).join('') })
    expect(reported.typos).toHaveLength(typosOf.length)
    for (const message of reported.typos ?? [])
      expect(message.match(/"[^"]*"/g)?.length, message).toBeLessThanOrEqual(13)
  })
})

describe('an editor', () => {
  it.each([
    ['', names.length],
    ['doorLock.', names.filter((name) => name.startsWith('doorLock.')).length],
    ['device.s', 1],
    ['Password', names.filter((name) => name.includes('Password')).length],
  ])('completes %j with the names that fit', (typed, count) => {
    const editor = openInEditor(`${prelude}panel.apiRequest(/*1*/'${typed}')`)
    expect(editor.completions(`/*1*/'${typed}`)).toHaveLength(count)
  })

  it('completes the parameters of a named action', () => {
    const editor = openInEditor(`${prelude}panel.apiRequest('doorLock.listUsers', { /*1*/ })`)
    expect([...editor.completions('/*1*/')].sort()).toEqual([
      'device_id',
      'page_no',
      'page_size',
      'target_standard_dp_codes',
    ])
  })
})

describe('a function of an app', () => {
  const wrappers = `
export const forwarded: typeof panel.apiRequest = (name, ...args) => panel.apiRequest(name, ...args)
export const generic = <N extends keyof Calls>(action: N, params: Calls[N]['params']) =>
  panel.fetch({ action, params })
export const untied = (...args: Parameters<typeof panel.apiRequest>) => panel.apiRequest(...args)
export const either = (name: 'device.status' | 'doorLock.passwordTicket') =>
  panel.apiRequest(name, { device_id: 'd1' })
`

  it('may pass on the name and the parameters of a call', () => {
    expect(messagesOf({ wrappers: prelude + wrappers }).wrappers).toEqual([])
  })
})
