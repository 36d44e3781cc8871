import type { Facts } from './facts'
import { startFlow } from './start-flow'
import type { DoorAct, LockChange, Step, Story } from './story'
import type { StoryWorld } from './story-world'

const BRIEF_SLEEP_MS = 10_000

export const changeLock = ({ lock, simulator, clock }: Facts, change: LockChange): void => {
  switch (change) {
    case 'sleeps for ten seconds':
      lock.asleepUntilMs = clock.now() + BRIEF_SLEEP_MS
      return
    case 'sleeps':
      simulator.doAtDoor(lock.id, { kind: 'set-asleep', isAsleep: true })
      return
    case 'wakes':
      simulator.doAtDoor(lock.id, { kind: 'set-asleep', isAsleep: false })
      return
    case 'is offline':
    case 'is online':
      lock.online = change === 'is online'
      return
    case 'is jammed':
    case 'moves again':
      lock.jammed = change === 'is jammed'
  }
}

const actAtDoor = ({ lock, simulator, clock, movements }: Facts, act: DoorAct): void => {
  const isOpen = act !== 'closes'
  if (act === 'opens' || act === 'closes' || act === 'uses a method')
    movements.push({ at: clock.now(), isOpen })
  if (act === 'asks' && Object.hasOwn(lock.dpIds, 'unlock_request')) simulator.askToUnlock(lock.id)
  if (act === 'opens' || act === 'closes')
    simulator.doAtDoor(lock.id, { kind: 'turn-bolt', isOpen })
  if (act === 'rings') simulator.doAtDoor(lock.id, { kind: 'ring-doorbell' })
  const [method] = lock.opmodes
  if (act === 'uses a method' && method !== undefined)
    simulator.doAtDoor(lock.id, { kind: 'use-method', ...method })
}

const expire = ({ simulator, clock }: Facts, what: 'tokens' | 'tickets'): void => {
  const { tokens, tickets } = simulator.world
  const rows = what === 'tokens' ? tokens : tickets
  rows.forEach((row, index) => {
    rows[index] = { ...row, expiresAtMs: clock.now() } as never
  })
}

/** Does what one step says; the clock stands still meanwhile. */
export const doStep = (
  { facts, phones, loseStore }: StoryWorld,
  story: Story,
  step: Step,
): void => {
  const attempts = facts.runs.filter(({ cancel }) => cancel !== undefined)
  switch (step.step) {
    case 'open':
      phones[step.panel].panel().openStreams()
      return
    case 'close':
      if (step.what === 'panel') phones[step.panel].closePanel()
      else phones[step.panel].panel().closePage()
      return
    case 'flow':
      for (let count = step.twice ? 2 : 1; count > 0; count--)
        startFlow(facts, phones[step.panel], step, story.panels[step.panel].host)
      return
    case 'cancel': {
      const run = attempts.at(-1 - step.run)
      if (run === undefined) return
      run.isCancelled = true
      run.cancel?.()
      return
    }
    case 'subscribe again': {
      const run = attempts.at(-1 - step.run)
      if (run === undefined) return
      run.subscribeAgain()
      phones[run.panel].panel().openStreams()
      return
    }
    case 'phone clock':
      // Two panels over one storage are on one phone.
      for (const [number, phone] of phones.entries())
        if (story.sharesStorage || number === step.panel) phone.offsetMs += step.ms
      return
    case 'network':
      phones[step.panel].link.isUp = step.isUp
      return
    case 'answers': {
      const { link, gatewayLink } = phones[step.panel]
      const isGateway = step.of === 'gateway' && story.panels[step.panel].host === 'gateway'
      const { faults } = isGateway ? gatewayLink : link
      for (let count = 0; count < step.count; count++) faults.push(step.fault)
      return
    }
    case 'expire':
      expire(facts, step.what)
      return
    case 'lock':
      facts.mayExecuteLater ||= ['sleeps', 'sleeps for ten seconds', 'is offline'].includes(
        step.change,
      )
      changeLock(facts, step.change)
      return
    case 'door':
      actAtDoor(facts, step.act)
      return
    case 'restart':
      facts.restarts++
      if (!step.keepsStore) loseStore()
      for (const phone of phones) phone.restartGateway()
      return
    case 'wait':
  }
}
