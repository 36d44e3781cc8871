/** The simulated cloud of `run-in-node.ts`, in a process of its own, because it keeps everything that it received. */
import { createSimulator } from '../../simulator'
import type { CloudOrder } from './cloud-child'
import { frontDoor } from './restarting-cloud'

const main = async (): Promise<void> => {
  const simulator = createSimulator()
  const served = await simulator.serve()
  const orders: Readonly<Record<CloudOrder, () => void>> = {
    'break the messages': served.breakMessages,
    'ask to unlock': () => simulator.askToUnlock(frontDoor.id),
    'move the bolt': () => {
      const { status } = simulator.lock(frontDoor.id)
      const isOpen = status.some(({ code, value }) => code === 'lock_motor_state' && value === true)
      simulator.doAtDoor(frontDoor.id, { kind: 'turn-bolt', isOpen: !isOpen })
    },
    'lose answers': () => simulator.faults.always('*', 'drop-after'),
    'answer again': simulator.faults.clear,
  }
  process.on('message', (order: CloudOrder) => orders[order]())
  const { clientId, accessKey } = simulator
  process.send?.({ url: served.url, clientId, accessKey })
}

void main()
