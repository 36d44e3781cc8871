import { listAlbumMedia } from '../../../../actions/open-api/media/list-album-media'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { type LogEntry, logOf } from '../../../world/log'
import { mediaUrl } from '../../../world/media'
import { REMOTE_OPENING } from '../../../world/open-bolt'
import { operation } from '../../operation'

/** The numbers of the page, as far as they are clear; 2 for every other unlock. */
const eventTypes: Readonly<Record<string, number>> = { unlock_password: 9, unlock_card: 10 }
const eventTypeOf = ({ category, type }: LogEntry): number => {
  if (category === 'alarm_record') return 0
  return type === REMOTE_OPENING ? 1 : (eventTypes[type] ?? 2)
}

/** Newest first. */
export const listAlbumMediaOperation = operation(listAlbumMedia, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => {
    const album = logOf(world, lockFor(listAlbumMedia, world, device_id)).flatMap((entry) =>
      entry.media === undefined
        ? []
        : [
            {
              file_url: mediaUrl(entry.media),
              file_key: entry.media.key,
              event_type: eventTypeOf(entry),
            },
          ],
    )
    return {
      event_types: [...new Set(album.map(({ event_type }) => event_type))],
      album_list: album,
      order_code: 'cloud_free_storage_3day',
    }
  },
})
