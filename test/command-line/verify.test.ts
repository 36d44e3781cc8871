import { afterEach, describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import type { Simulator } from '../../simulator'
import { startScriptedServer } from '../support/scripted-server'
import { runCli } from './host'
import { closeServers, startSimulator } from './servers'

afterEach(closeServers)

interface Row {
  readonly operation: string
  readonly family: string
  readonly answered: string
  readonly code?: number
  readonly reason?: string
  readonly drift: readonly { readonly path: string; readonly message: string }[]
}

const deviceId = 'vdevo-front-door'
const rowsOf = (stdout: string): readonly Row[] => JSON.parse(stdout)
const reads = Object.values(allActions).filter(({ safety }) => safety === 'read')
/** Requests of other classes; a token is fetched before the first route. */
const othersOf = ({ requests }: Simulator) =>
  requests
    .map(({ action }) => action)
    .filter((action) => action !== 'GET /v1.0/token' && !reads.some(({ name }) => name === action))

/** The world without the tickets, which a read issues and nothing stores. */
const stateOf = ({ world }: Simulator) => JSON.stringify(world.locks)

describe('lockpanel verify', () => {
  it('calls the reads of a cloud project, and no other operation', async () => {
    const { url, simulator } = await startSimulator()
    const before = stateOf(simulator)
    const env = {
      LOCKPANEL_CLIENT_ID: simulator.clientId,
      LOCKPANEL_SECRET: simulator.accessKey,
      LOCKPANEL_BASE_URL: url,
    }
    const { exitCode, stdout, stderr } = await runCli(['verify', '--env', '--json'], { env })
    const rows = rowsOf(stdout)
    expect(stderr).toContain('0 of them with drift')
    expect(exitCode).toBe(0)
    expect(new Set(rows.map(({ family }) => family))).toEqual(new Set(['open-api']))
    expect(rows.filter(({ answered }) => answered === 'ok').length).toBeGreaterThan(25)
    expect(othersOf(simulator)).toEqual([])
    expect(simulator.journal).toEqual([])
    expect(stateOf(simulator)).toBe(before)
  })

  it('calls the reads of a gateway of mini-programs, and no other operation', async () => {
    const { url, simulator } = await startSimulator()
    const before = stateOf(simulator)
    const args = ['verify', '--url', url, '--device', deviceId, '--json']
    const { exitCode, stdout } = await runCli(args)
    const rows = rowsOf(stdout)
    expect(exitCode).toBe(0)
    expect(rows).toContainEqual({
      operation: 'doorLock.getUser',
      family: 'mini-program',
      answered: 'ok',
      drift: [],
    })
    expect(rows.filter(({ family }) => family !== 'mini-program')).toEqual([])
    expect(othersOf(simulator)).toEqual([])
    expect(simulator.journal).toEqual([])
    expect(stateOf(simulator)).toBe(before)
  })

  it('lists an operation whose id no answer told as not tried, with the parameter', async () => {
    const { url } = await startSimulator()
    const { stdout } = await runCli(['verify', '--url', url, '--json'])
    expect(rowsOf(stdout).find(({ operation }) => operation === 'doorLock.getUser')).toMatchObject({
      answered: 'not tried',
      reason: 'no answer told its device_id',
    })
  })

  it('lists a refused operation with its code, which is no drift', async () => {
    const { url, simulator } = await startSimulator()
    simulator.faults.always('doorLock.listUsers', { vendorCode: 28841105 })
    const { exitCode, stdout } = await runCli(['verify', '--url', url, '--device', deviceId])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/doorLock\.listUsers +refused with 28841105/)
  })

  it('exits with 1 for an unreadable answer', async () => {
    const { url, simulator } = await startSimulator()
    simulator.faults.always('timer.currentTime', { status: 404 })
    const args = ['verify', '--url', url, '--device', deviceId]
    const { exitCode, stdout } = await runCli(args)
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/timer\.currentTime +unreadable/)
  })

  it('exits with 1 and stops early if the target does not answer', async () => {
    const server = await startScriptedServer()
    await server.close()
    const args = ['verify', '--url', server.url, '--device', deviceId, '--json']
    const { exitCode, stdout } = await runCli(args)
    const rows = rowsOf(stdout)
    expect(exitCode).toBe(1)
    expect(rows.filter(({ answered }) => answered === 'no answer')).toHaveLength(3)
    expect(rows.filter(({ answered }) => answered === 'ok')).toEqual([])
    expect(rows.map(({ reason }) => reason)).toContain('the target does not answer')
  })

  it.each([
    [['--url', 'http://h', '--env'], '--url and --simulator or --env name two targets'],
    [['--url', 'ftp://h'], 'must start with http'],
  ])('exits with 2 for %j', async (args, words) => {
    const { exitCode, stderr } = await runCli(['verify', ...args])
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(words)])
  })

  it('reads a simulator of its own by default', async () => {
    const { exitCode, stdout } = await runCli(['verify', '--json'])
    expect(exitCode).toBe(0)
    const families = new Set(rowsOf(stdout).map(({ family }) => family))
    expect(families).toEqual(new Set(['mini-program', 'open-api', 'panel']))
  })
})
