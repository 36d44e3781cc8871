import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { jsonSchemaOf } from '../../src/tools/json-schema'
import { runCli } from './host'

const names = (json: string): readonly string[] =>
  (JSON.parse(json) as readonly { readonly name: string }[]).map(({ name }) => name)

describe('lockpanel actions', () => {
  it('prints the registry as JSON', async () => {
    const { stdout, exitCode } = await runCli(['actions', '--json'])
    expect(exitCode).toBe(0)
    expect(names(stdout)).toEqual(Object.values(allActions).map(({ name }) => name))
    const { name, family, safety, locks, params, result } = allActions.passwordTicket
    expect(JSON.parse(stdout)).toContainEqual({
      name,
      family,
      safety,
      locks,
      params: jsonSchemaOf(params),
      result: jsonSchemaOf(result),
    })
  })

  it.each([
    ['TICKET', ['doorLock.passwordTicket']],
    ['sync', ['doorLock.getSyncableOpmodeTypes']],
    ['access-control', ['doorLock.modifyTemporaryPassword']],
  ])('filters by a part of a name, a class or a lock type: %s', async (filter, expected) => {
    const { stdout } = await runCli(['actions', filter, '--json'])
    expect(names(stdout)).toEqual(expect.arrayContaining(expected))
    expect(names(stdout).length).toBeLessThan(Object.keys(allActions).length / 2)
  })

  it('prints a table with the width of the terminal', async () => {
    const { stdout } = await runCli(['actions', 'modifyTemporary'], { columns: 132 })
    expect(stdout.split('\n')[0]).toHaveLength(132)
    expect(stdout).toContain('schedule_list?')
    expect(stdout).toContain('\n1 action\n')
  })

  it('fails when no action matches', async () => {
    const { exitCode, stdout, stderr } = await runCli(['actions', 'teleport'])
    expect([exitCode, stdout, stderr]).toEqual([1, '', 'lockpanel: no action matches teleport\n'])
  })
})
