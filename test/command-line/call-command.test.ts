import { afterEach, describe, expect, it } from 'vitest'
import { runCli } from './host'
import { closeServers, device, startServer, startSimulator } from './servers'

const commandParams = '{"device_id":"vdevo-front-door","ticket_id":"T-123456"}'

afterEach(closeServers)

describe('a command on the command line', () => {
  const commandTo = (url: string, ...more: readonly string[]) => [
    ...['call', 'doorLock.passwordFreeOpen', '-p', commandParams, '--simulator', url],
    ...more,
  ]

  it('is not sent without --yes if there is no terminal', async () => {
    const { url, simulator } = await startSimulator()
    const { exitCode, stdout, stderr } = await runCli(commandTo(url))
    expect([exitCode, stdout, simulator.requests.length]).toEqual([2, '', 0])
    expect(stderr).toContain('confirm it with --yes')
  })

  it('prompts on a terminal, names the target, and is not sent without a yes', async () => {
    const { url, simulator } = await startSimulator()
    for (const answer of ['', 'n', 'yesterday']) {
      const { exitCode, questions, stderr } = await runCli(commandTo(url), { answer })
      expect([exitCode, stderr, simulator.requests.length]).toEqual([2, 'lockpanel: not sent\n', 0])
      expect(questions).toEqual([
        `doorLock.passwordFreeOpen executes once and cannot be undone. Send it to the simulator at ${new URL(url).host}? [y/N] `,
      ])
    }
  })

  it.each([
    [[], 'y'],
    [['--yes'], undefined],
  ])('is sent once with the arguments %j', async (more, answer) => {
    const { url, simulator } = await startSimulator()
    const ticket = await runCli([
      'call',
      'doorLock.passwordTicket',
      '-p',
      device,
      '--show-secrets',
      '--simulator',
      url,
    ])
    const { ticket_id } = JSON.parse(ticket.stdout)
    const given = JSON.stringify({ device_id: 'vdevo-front-door', ticket_id })
    const { exitCode, stdout } = await runCli(
      ['call', 'doorLock.passwordFreeOpen', '-p', given, '--simulator', url, ...more],
      answer === undefined ? {} : { answer },
    )
    expect([exitCode, stdout]).toEqual([0, 'true\n'])
    expect(simulator.journal.filter(({ command: kind }) => kind === 'unlock')).toHaveLength(1)
  })

  it('causes no prompt when its parameters are invalid', async () => {
    const invalid = ['call', 'doorLock.passwordFreeOpen', '-p', device]
    const { exitCode, questions } = await runCli(invalid, { answer: 'y' })
    expect([exitCode, questions]).toEqual([2, []])
  })

  it('is not resent after a lost answer, and its check action is printed', async () => {
    const server = await startServer()
    server.script('drop-after')
    const { exitCode, stderr } = await runCli(commandTo(server.url, '--yes'))
    expect(exitCode).toBe(1)
    expect(stderr).toContain('the command may have executed')
    expect(server.received).toHaveLength(1)
  })
})
