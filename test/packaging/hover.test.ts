import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { fieldDocs } from '../../scripts/reference/fields/field-docs'
import { makeReference } from '../../scripts/reference/make-reference'
import { openInEditor } from '../support/language-service'

const entries = Object.entries(allActions)
const reference = makeReference()

/** Every property of the flows of a lock and of a panel; `door.members` and its like have methods of their own. */
const methods = {
  panel: [
    'apiRequest',
    'fetch',
    'request$',
    'taskEither',
    'pages',
    'find',
    'events$',
    'holdSync',
    'close',
  ],
  door: [
    'unlock',
    'lock',
    'openDoor',
    'mayUnlock',
    'remoteUnlockSwitches',
    'setRemoteUnlock',
    'requests$',
    'accept',
    'reject',
    'syncOpmodes',
    'enrol',
    'records',
    'supports',
    'capabilities',
    'apiRequest',
  ],
}

const prelude = `
import { allActions, createPanel, doorLockActions, lock, type Transport } from '../../dist'
declare const transport: Transport
const panel = createPanel({ actions: allActions, transport })
const door = lock(panel, 'd1', { type: 'wifi' })
`

/** `published-prose.test.ts` has every name; here is what the build adds, and what an editor shows of it. */
describe('the published types', () => {
  it('have the documentation of every action', () => {
    const editor = openInEditor(
      prelude + entries.map(([key], index) => `allActions./*${index}*/${key}\n`).join(''),
    )
    for (const [index, [key, { name }]] of entries.entries()) {
      const [first = ''] = (reference[name]?.description ?? '').split('\n')
      expect(first, name).not.toBe('')
      expect(editor.hoverText(`/*${index}*/`).replace(/\s+/g, ' '), key).toContain(first)
    }
  })

  it('have the source of an action and its contradictions', () => {
    const editor = openInEditor(`${prelude}doorLockActions./*1*/listUsers`)
    expect(editor.hoverText('/*1*/')).toContain(
      'Document 001, lines 2278-2380: the sample is a bare list',
    )
  })

  it('have the notes on the parameters and on the fields of a result', () => {
    const editor = openInEditor(`${prelude}
const params = { device_id: 'd1', /*1*/target_standard_dp_codes: '', /*2*/page_no: 1, page_size: 2 }
panel.apiRequest('doorLock.listUsers', { device_id: 'd1', /*3*/target_standard_dp_codes: '', page_no: 1, page_size: 2 })
  .then(({ records }) => [records[0]?./*4*/lock_user_id, records[0]?.time_schedule_info?.schedule_details?.[0]?./*5*/working_day])
panel.apiRequest('tuya.m.device.lock.temppwd.list').then(([row]) => row?./*6*/effective)
export default params
`)
    const docs = fieldDocs(reference).get('doorLock.listUsers') ?? {}
    expect(editor.hoverText('/*3*/')).toBe(docs['params.target_standard_dp_codes'])
    expect(editor.hoverText('/*4*/')).toBe(docs['result.records[].lock_user_id'])
    expect(editor.hoverText('/*5*/')).toContain('bit 0 Sunday')
    expect(editor.hoverText('/*6*/')).toContain('1 pending, 2 to be sent')
  })

  it('have the documentation of every method of a panel and of a lock', () => {
    const owners = { ...methods, ...flowsOf() }
    const places = Object.entries(owners).flatMap(([owner, names]) =>
      names.map((name) => `${owner}.${name}`),
    )
    const editor = openInEditor(
      prelude +
        places.map((place, index) => place.replace(/\.([^.]*)$/, `./*${index}*/$1\n`)).join(''),
    )
    const without = places.filter((_, index) => editor.hoverText(`/*${index}*/`) === '')
    expect(without).toEqual([])
    // Of a panel and of eleven flows.
    expect(places.length).toBeGreaterThanOrEqual(60)
  })
})

/** The methods of the flows that are objects, as an editor lists them. */
const flowsOf = (): Record<string, readonly string[]> => {
  const flows = ['temporaryPasswords', 'offlinePasswords', 'ble', 'members', 'sharing']
  const editor = openInEditor(prelude + flows.map((flow) => `door.${flow}./*${flow}*/\n`).join(';'))
  return Object.fromEntries(
    flows.map((flow) => [`door.${flow}`, editor.completions(`/*${flow}*/`)]),
  )
}
