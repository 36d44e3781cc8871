import { setUnlockMethodAttribute } from '../../../../actions/open-api/unlock-methods/set-unlock-method-attribute'
import { boolean, long, name, urlInteger } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

const attributes: Readonly<Record<number, 'voice' | 'photoUnlock'>> = {
  1: 'voice',
  2: 'photoUnlock',
}

/** The id is that of the method in the cloud. The sample has attribute 4, which the table does not list. */
export const setUnlockMethodAttributeOperation = operation(setUnlockMethodAttribute, {
  params: { device_id: name, opmode_id: long, attribute: urlInteger(), enabled: boolean },
  handle: ({ world }, { device_id, opmode_id, attribute, enabled }) => {
    const lock = lockFor(setUnlockMethodAttribute, world, device_id)
    const opmode =
      lock.opmodes.find(({ id }) => id === opmode_id) ?? refuse('no such record', 'opmode_id')
    opmode[attributes[attribute] ?? refuse('param is out of range', 'attribute')] = enabled
    return true
  },
})
