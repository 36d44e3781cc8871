import { afterEach, describe, expect, it } from 'vitest'
import { tell } from './host'
import { closeServers, device, scripted, served } from './servers'

const order = '{"device_id":"vdevo-front-door","ticket_id":"T-123456"}'

afterEach(closeServers)

describe('a command on the command line', () => {
  const orderTo = (url: string, ...more: readonly string[]) => [
    ...['call', 'doorLock.passwordFreeOpen', '-p', order, '--simulator', url],
    ...more,
  ]

  it('is not sent without --yes if there is no terminal', async () => {
    const { url, simulator } = await served()
    const { exitCode, stdout, stderr } = await tell(orderTo(url))
    expect([exitCode, stdout, simulator.requests.length]).toEqual([2, '', 0])
    expect(stderr).toContain('confirm it with --yes')
  })

  it('asks on a terminal, names who would get it, and takes no for an answer', async () => {
    const { url, simulator } = await served()
    for (const answer of ['', 'n', 'yesterday']) {
      const { exitCode, asked, stderr } = await tell(orderTo(url), { answer })
      expect([exitCode, stderr, simulator.requests.length]).toEqual([2, 'lockpanel: not sent\n', 0])
      expect(asked).toEqual([
        `doorLock.passwordFreeOpen executes once and cannot be undone. Send it to the simulator at ${new URL(url).host}? [y/N] `,
      ])
    }
  })

  it.each([
    [[], 'y'],
    [['--yes'], undefined],
  ])('is sent once with %j', async (more, answer) => {
    const { url, simulator } = await served()
    const ticket = await tell([
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
    const { exitCode, stdout } = await tell(
      ['call', 'doorLock.passwordFreeOpen', '-p', given, '--simulator', url, ...more],
      answer === undefined ? {} : { answer },
    )
    expect([exitCode, stdout]).toEqual([0, 'true\n'])
    expect(simulator.journal.filter(({ command: kind }) => kind === 'unlock')).toHaveLength(1)
  })

  it('is not asked about when it would be refused anyway', async () => {
    const wrong = ['call', 'doorLock.passwordFreeOpen', '-p', device]
    const { exitCode, asked } = await tell(wrong, { answer: 'y' })
    expect([exitCode, asked]).toEqual([2, []])
  })

  it('whose answer is lost says where to look, and is not sent again', async () => {
    const server = await scripted()
    server.script('drop-after')
    const { exitCode, stderr } = await tell(orderTo(server.url, '--yes'))
    expect(exitCode).toBe(1)
    expect(stderr).toContain('the command may have executed')
    expect(server.received).toHaveLength(1)
  })
})
