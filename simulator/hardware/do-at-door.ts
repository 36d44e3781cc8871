import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { writeLog } from '../world/log'
import { closeBolt } from '../world/open-bolt'
import { MOTOR } from '../world/record-bolt'
import { raiseAlarm, report, reportedValue } from '../world/report'
import { askToUnlock } from './ask-to-unlock'
import type { DoorAction, DoorAnswer } from './door-action'
import { typeAtKeypad } from './keypad'
import { wake } from './schedule'
import { unlockAtDoor } from './unlock-at-door'

/** Code 40 of the vendor's firmware header; public clients of the cloud compare these values. */
const DOOR = 'closed_opened'
const BATTERY = 'residual_electricity'
const DOORBELL = 'doorbell'
const HIGHEST_PERCENT = 100

/** The duration of an unlock request at the door. */
export const REQUEST_SECONDS = 30

/** The alarm after a method that the lock does not know. */
const alarms: Readonly<Record<string, string>> = {
  unlock_fingerprint: 'wrong_finger',
  unlock_card: 'wrong_card',
  unlock_face: 'wrong_face',
}

/** Does at the lock what a person does there. Throws a RangeError for what this lock does not have. */
export const doAtDoor = (cloud: Cloud, lock: Lock, action: DoorAction): DoorAnswer => {
  switch (action.kind) {
    case 'type-code':
      return typeAtKeypad(cloud, lock, action.digits)
    case 'use-method':
      return unlockAtDoor(cloud, lock, action) ? 'opened' : 'ignored'
    case 'use-unknown-method':
      wake(cloud, lock)
      raiseAlarm(cloud, lock, 'alarm_lock', alarms[action.dpCode] ?? 'unlock_failed')
      return 'wrong'
    case 'ask-to-unlock':
      askToUnlock(cloud, lock, REQUEST_SECONDS)
      return 'done'
    case 'ring-doorbell':
      wake(cloud, lock)
      report(cloud, lock, DOORBELL, true)
      writeLog(cloud, lock, { category: 'alarm_record', type: DOORBELL, value: 'true' })
      return 'done'
    case 'turn-bolt':
      return turnBolt(cloud, lock, action.isOpen)
    case 'move-door':
      return moveDoor(cloud, lock, action.isOpen)
    case 'set-battery':
      report(cloud, lock, BATTERY, percentOf(action.percent))
      return 'done'
    case 'set-online':
      lock.online = action.isOnline
      return 'done'
    case 'set-asleep':
      if (action.isAsleep) lock.asleepUntilMs = Number.POSITIVE_INFINITY
      else wake(cloud, lock)
      return 'done'
    case 'set-jammed':
      lock.jammed = action.isJammed
      return 'done'
  }
}

const percentOf = (percent: number): number => {
  if (!Number.isInteger(percent) || percent < 0 || percent > HIGHEST_PERCENT)
    throw new RangeError('a battery has 0 to 100 per cent')
  return percent
}

/** From inside: only a closing has a record. */
const turnBolt = (cloud: Cloud, lock: Lock, isOpen: boolean): DoorAnswer => {
  if (lock.jammed === true) return 'ignored'
  wake(cloud, lock)
  if (isOpen) report(cloud, lock, MOTOR, true)
  else closeBolt(cloud, lock)
  return 'done'
}

/** A door opens only while its bolt is back. */
const moveDoor = (cloud: Cloud, lock: Lock, isOpen: boolean): DoorAnswer => {
  if (isOpen && reportedValue(lock, MOTOR) !== true) return 'ignored'
  wake(cloud, lock)
  report(cloud, lock, DOOR, isOpen ? 'open' : 'closed')
  return 'done'
}
