import { beforeAll, describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { fieldsOf } from '../../command-line/contract/fields'
import type { Reference } from '../../command-line/reference'
import { makeReference } from '../../scripts/reference/make-reference'
import { clientOperations } from '../support/fixtures'
import { everyAction } from '../support/registries'
import { runCli } from './host'

let reference: Reference

beforeAll(() => {
  reference = makeReference()
}, 60_000)

const described = (...args: readonly string[]) => runCli(['describe', ...args], { reference })

describe('the command line reference', () => {
  it('has a description and a vendor source for every action', () => {
    for (const { name } of everyAction) {
      const entry = reference[name]
      expect(entry?.description, name).toMatch(/^[A-Z].*\.$/s)
      expect(entry?.source, name).toMatchObject(
        clientOperations.some(({ operation }) => operation === name)
          ? { confidence: expect.stringMatching(/^[AB]$/) }
          : { document: expect.stringMatching(/^00\d$/) },
      )
    }
  })

  it('has notes only for existing fields', () => {
    for (const { name, params, result } of everyAction) {
      const paths = [
        ...fieldsOf(params).map(({ path }) => `params.${path}`),
        ...fieldsOf(result).map(({ path }) => `result.${path}`.replace('.[', '[')),
      ]
      const notes = Object.keys(reference[name]?.notes ?? {})
      expect(notes.filter((path) => !paths.includes(path))).toEqual([])
    }
  })

  it('takes notes from the file, from shared fields and from nested fields', () => {
    expect(reference['doorLock.listUsers']?.notes).toMatchObject({
      'params.page_no': 'Starts at 1.',
      'result.records[].user_type':
        '50 home owner, 10 administrator, 20 common member, 30 anonymous member.',
      'result.records[].unlock_detail[].unlock_list[].unlock_attr':
        '0 normal, 1 raises a duress alarm (also called emergency).',
    })
  })
})

describe('lockpanel describe', () => {
  it('prints fields, class, locks, source and contradictions', async () => {
    const { stdout, stderr, exitCode } = await described('doorLock.operateRecords')
    expect([exitCode, stderr]).toEqual([0, ''])
    for (const words of [
      'doorLock.operateRecords (mini-program)',
      'Lists the records of a lock',
      /pageSize +integer/,
      /lastRowKey\? +/,
      'integer, seconds since 1970',
      'read: changes nothing',
      'document 001, lines 233-311',
      'Seconds in the request, milliseconds in the answer',
    ])
      expect(stdout).toMatch(words)
  })

  it('prints how sure an operation of no document is, and what its sources contradict', async () => {
    const { stdout } = await described('GET /v1.0/devices/{device_id}/door-lock/remote-unlocks')
    expect(stdout).toMatch(/Source\n +confidence A: seen in vendor page, clients, azerty9971/)
    expect(stdout).toMatch(/In the documents\n +The page has one object, clients read a list\./)
    expect(stdout).not.toContain('Confidence')
  })

  it('explains "once" for a lost answer, and marks secrets', async () => {
    const { stdout } = await described('doorLock.passwordFreeOpen')
    expect(stdout).toMatch(/ticket_id +id \(text\), secret/)
    expect(stdout).toContain('resent only if it was definitely not sent')
    expect(stdout).toContain(`After a lost answer, ${allActions.passwordFreeOpen.check} shows`)
  })

  it('prints each form of the parameters separately', async () => {
    const { stdout } = await described('doorLock.modifyTemporaryPassword')
    const [, full = '', rename = ''] = stdout.split(/Parameters, form \d of 2/)
    expect(full).toContain('ticket_id')
    expect(rename).toContain('name')
    expect(rename.split('Result')[0]).not.toContain('ticket_id')
  })

  it('accepts a name with a space as two arguments', async () => {
    const actions = everyAction
    const route = actions.find(({ family }) => family === 'open-api')?.name ?? ''
    const { stdout } = await runCli(['describe', ...route.split(' ')], { actions, reference })
    expect(stdout).toContain(`${route} (open-api)`)
  })

  it('prints the registry entry with its reference as JSON', async () => {
    const { stdout } = await described('doorLock.getUser', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'doorLock.getUser',
      params: { type: 'object', required: ['device_id', 'user_id'] },
      description: 'Reads one user of a lock.',
      source: { document: '001', lines: [2167, 2197] },
      contradictions: 'The avatar is a URL in the table and a relative path in the sample.',
      retries: expect.stringContaining('three requests at most'),
    })
  })
})
