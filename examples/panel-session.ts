import { seed } from 'lockpanel/simulator'
import { atTheFrontDoor } from './at-the-front-door'
import { atTheGardenGate } from './at-the-garden-gate'
import { explain } from './support/explain'
import { openHome } from './support/home'
import { dim, note, step } from './support/print'

/** A panel session against simulated locks, over real HTTP. */
export const panelSession = async (): Promise<void> => {
  const home = await openHome()
  const { panel, simulator } = home
  let sent = 0
  panel.events$.subscribe((event) => {
    if (event.type === 'sent') sent++
    if (event.type === 'retrying')
      dim(`${event.action}: request ${event.attempt} failed (${event.causeKind}), retrying`)
  })
  note(`a simulated cloud at ${home.url}`)

  await atTheFrontDoor(home, await home.lockOf(seed.locks.frontDoor))
  await atTheGardenGate(home, await home.lockOf(seed.locks.gardenGate))

  step(`A lock that is offline: the ${seed.locks.shed.name.toLowerCase()}`)
  const shed = await home.lockOf(seed.locks.shed)
  await explain(shed.unlock().done)

  await home.close()
  const unlocks = simulator.journal.filter(({ command }) => command === 'unlock').length
  console.log(
    `\n${sent} requests were sent. The locks executed ${simulator.journal.length} commands, ${unlocks} of them an unlock.`,
  )
}
