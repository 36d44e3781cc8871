import { onTestFinished } from 'vitest'
import { allActions } from '../../../actions'
import { type CommandKind, createClock, createSimulator, type Lock } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import { passwordCipher } from '../../../src/crypto/password-cipher'
import { lock } from '../../../src/flows/lock'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { openApi } from '../../../src/open-api/open-api'
import { createHarness } from '../support/flow-harness'

export const HOUR_MS = 3_600_000

interface Commands {
  readonly simulator: { readonly journal: readonly { readonly command: CommandKind }[] }
}

/** The kinds of the executed commands, oldest first. */
export const commandsOf = ({ simulator }: Commands): readonly CommandKind[] =>
  simulator.journal.map(({ command }) => command)

/** All flows of a simulated lock on a panel that has the routes only. */
export const restJobs = (of: Pick<Lock, 'id'>, more: Partial<LockOptions> = {}) => {
  const harness = createHarness({ lock: of, families: ['open-api'] })
  const options = { ...harness.options, ...more }
  return { ...harness, options, door: lock(harness.panel, harness.deviceId, options) }
}

export type RestJobs = ReturnType<typeof restJobs>

/** The same over signed HTTP requests, in real time: `clock.advance` jumps over the waits of the lock. */
export const servedJobs = async ({ id }: Pick<Lock, 'id'>) => {
  const clock = createClock()
  const simulator = createSimulator({ clock })
  const server = await simulator.serve()
  const transport = openApi({
    baseUrl: server.url,
    clientId: simulator.clientId,
    secret: simulator.accessKey,
    clock,
  })
  const panel = createPanel({ actions: allActions, transport, clock })
  onTestFinished(async () => {
    panel.close()
    await server.close()
  })
  const { type } = simulator.lock(id)
  const cipher = passwordCipher({ accessKey: simulator.accessKey })
  return { clock, simulator, door: lock(panel, id, { type, clock, passwordCipher: cipher }) }
}

/** The PIN length of a lock. */
export const pinOf = ({ type }: Pick<Lock, 'type'>, digits: string): string =>
  digits.slice(0, type === 'wifi' || type === 'access-control' ? 7 : 6)

/** Reads the bolt of the simulated lock: `true` is unlocked. */
export const isUnlocked = ({ lock: { status } }: Pick<RestJobs, 'lock'>): unknown =>
  status.find(({ code }) => code === 'lock_motor_state')?.value

/** The methods of a member on the simulated lock. */
export const methodsOf = ({ lock: { opmodes } }: Pick<RestJobs, 'lock'>, userId: string) =>
  opmodes.filter((one) => one.userId === userId).map(({ name }) => name)

/** The requests that change something, because the journal does not contain all commands of the cloud. */
export const writesOf = ({ steps }: Pick<RestJobs, 'steps'>): readonly string[] =>
  steps.filter((step) => !step.startsWith('GET'))
