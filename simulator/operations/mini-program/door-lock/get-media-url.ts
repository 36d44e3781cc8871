import { getMediaUrl } from '../../../../actions/mini-program/door-lock/get-media-url'
import type { ResultOf } from '../../../../src/core/action'
import { name, oneOf } from '../../../checks/values'
import { refuse } from '../../../refusal'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import type { LogEntry } from '../../../world/log'
import { logOf } from '../../../world/log'
import { mediaUrl } from '../../../world/media'
import { REMOTE_OPENING } from '../../../world/open-bolt'
import type { World } from '../../../world/world'
import { operation } from '../../operation'

const kinds = {
  '1': ({ type }: LogEntry) => type === REMOTE_OPENING,
  '2': ({ category }: LogEntry) => category === 'alarm_record',
}

/** The address and the key of the last picture of a kind. */
export const latestMediaOf = (
  world: World,
  lock: Lock,
  fileType: keyof typeof kinds,
): ResultOf<typeof getMediaUrl> => {
  const media =
    logOf(world, lock).find((entry) => entry.media !== undefined && kinds[fileType](entry))
      ?.media ?? refuse('no such record', 'file_type')
  return {
    file_url: mediaUrl(media),
    file_key: media.key,
    bucket: media.bucket,
    file_path: media.path,
  }
}

/** The last picture of a remote unlocking (1) or of an alarm (2). */
export const getMediaUrlOperation = operation(getMediaUrl, {
  params: { device_id: name, file_type: oneOf(['1', '2']) },
  handle: ({ world }, { device_id, file_type }) =>
    latestMediaOf(world, lockFor(getMediaUrl, world, device_id), file_type),
})
