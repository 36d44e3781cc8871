import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createSimulator } from '../../simulator'
import { serve } from '../../simulator/http/serve'
import { changeAt } from '../../simulator/quirks/change-at'
import { runCli } from './host'
import { closedAfterTest, closeServers } from './servers'

afterEach(closeServers)

type Change = (answer: unknown) => unknown
const device = ['--device', 'vdevo-front-door']

/** A simulator whose answers are changed before they leave. */
const startChanged = async () => {
  const simulator = createSimulator()
  let change: Change = (answer) => answer
  const handle: typeof simulator.handle = (request) => {
    const answer = simulator.handle(request)
    if (answer.kind === 'dropped' || request.path.startsWith('/v1.0/token')) return answer
    return { ...answer, body: JSON.stringify(change(JSON.parse(answer.body))) }
  }
  const { clientId, accessKey } = simulator
  const served = closedAfterTest(await serve(simulator, { port: 0 }, handle))
  return {
    url: served.url,
    project: {
      LOCKPANEL_CLIENT_ID: clientId,
      LOCKPANEL_SECRET: accessKey,
      LOCKPANEL_BASE_URL: served.url,
    },
    changeTo: (next: Change) => {
      change = next
    },
  }
}

describe('drift, in lockpanel verify', () => {
  it.each([
    [
      'an unknown field',
      (answer: unknown) =>
        changeAt('result.records[]', answer, (row) => ({ ...Object(row), newField: 1 })),
      'records[].newField: is not in the contract',
    ],
    [
      'a missing field',
      (answer: unknown) => changeAt('result.records[].nick_name', answer, () => undefined),
      'records[].nick_name: missing, expected text',
    ],
    [
      'a wrong type',
      (answer: unknown) => changeAt('result.records[].nick_name', answer, () => ({ a: 1 })),
      'records[].nick_name: expected',
    ],
  ])('is printed for %s by path, and ends with 1', async (_, change, words) => {
    const { url, changeTo } = await startChanged()
    changeTo(change)
    const { exitCode, stdout } = await runCli(['verify', '--url', url, ...device], { columns: 200 })
    expect(exitCode).toBe(1)
    expect(stdout).toContain(words)
  })

  it('is printed for a route of a cloud project', async () => {
    const { project, changeTo } = await startChanged()
    changeTo((answer) => changeAt('result.[].nick_name', answer, () => ({ a: 1 })))
    const args = ['verify', '--env', '--json', ...device]
    const { exitCode, stdout } = await runCli(args, { env: project })
    const route = JSON.parse(stdout).find(
      ({ operation }: { readonly operation: string }) =>
        operation === 'GET /v1.0/devices/{device_id}/users',
    )
    expect(exitCode).toBe(1)
    expect(route.drift).toMatchObject([{ path: '[].nick_name', expected: 'text' }])
  })

  it('counts the rows with the same deviation once', async () => {
    const { url, changeTo } = await startChanged()
    changeTo((answer) => changeAt('result.records[].nick_name', answer, () => undefined))
    const { stdout } = await runCli(['verify', '--url', url, ...device, '--json'])
    const { drift } = JSON.parse(stdout).find(
      ({ operation }: { readonly operation: string }) => operation === 'doorLock.listUsers',
    )
    expect(drift).toHaveLength(1)
    expect(drift[0].count).toBeGreaterThan(1)
  })
})

/** In no contract. */
const NUMBER = 73_401_299

/** Puts a text into every text, every object and every refusal, and a number into every number. */
const withCanary =
  (canary: string): Change =>
  (answer) => {
    const visit = (value: unknown): unknown => {
      if (typeof value === 'string') return `${value}${canary}`
      if (typeof value === 'number') return NUMBER
      if (Array.isArray(value)) return value.map(visit)
      if (typeof value !== 'object' || value === null) return value
      const fields = Object.entries(value).map(([name, field]) => [name, visit(field)])
      return { ...Object.fromEntries(fields), [canary]: { [canary]: canary } }
    }
    const { success, ...others } = answer as { readonly success: boolean; readonly result: unknown }
    return success
      ? { success, ...others, result: visit(others.result) }
      : { success, code: canary, msg: canary }
  }

describe('the output of lockpanel verify', () => {
  it('never contains a value, an unknown key or a text of the cloud', async () => {
    const { url, project, changeTo } = await startChanged()
    // As ids, keys and passwords look; it occurs in no name of a contract.
    const canaries = fc.stringMatching(/^[A-Za-z0-9+/=_-]{4,20}7Q[A-Za-z0-9]{4,20}$/)
    await fc.assert(
      fc.asyncProperty(canaries, async (canary) => {
        changeTo(withCanary(canary))
        for (const target of [
          ['--url', url],
          ['--url', url, '--json'],
          ['--env', '--json'],
          ['--env'],
        ]) {
          const args = ['verify', ...target, ...device, '--save', 'shapes.json']
          const { stdout, stderr, written } = await runCli(args, { columns: 400, env: project })
          const saved = written['shapes.json'] ?? ''
          expect(saved).toContain('text of')
          const output = [stdout, stderr, saved].join('\n')
          expect(output).not.toContain(canary)
          expect(output).not.toContain(String(NUMBER))
        }
      }),
      { numRuns: 8 },
    )
  })

  it('saves types and lengths, and of a secret not its length', async () => {
    const { url } = await startChanged()
    const { written, exitCode } = await runCli(['verify', '--url', url, ...device, '--save', 'f'])
    const { operations } = JSON.parse(written.f ?? '')
    const shapeOf = (name: string) =>
      operations.find(({ operation }: { readonly operation: string }) => operation === name).shape
    expect(exitCode).toBe(0)
    expect(shapeOf('doorLock.getDynamicPassword')).toEqual({
      dynamic_password: 'text, secret',
    })
    expect(shapeOf('device.status').items[0]).toMatchObject({ code: 'text of 16' })
  })
})
