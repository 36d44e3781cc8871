import type { Fault } from '../../faults/fault'
import type { DoorAction } from '../../hardware/door-action'

/** What the simulator answered, as text for the person at the door. */
const send = async (command: object): Promise<string> => {
  try {
    const response = await fetch('/virtual-lock/commands', {
      method: 'POST',
      body: JSON.stringify(command),
    })
    const { answer, error } = (await response.json()) as { answer?: string; error?: string }
    return answer ?? error ?? `HTTP ${response.status}`
  } catch {
    return 'the simulator does not answer'
  }
}

export const doAtDoor = (deviceId: string, doorAction: DoorAction): Promise<string> =>
  send({ deviceId, doorAction })

/** `null` ends the fault of that action. */
export const setFault = (action: string, fault: Fault | null): Promise<string> =>
  send({ action, fault })
