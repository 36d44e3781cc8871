import { LockError } from '../../core/errors/lock-error'
import type { LockContext } from '../shared/lock-context'
import type { MediaFile, RecordFailure, RecordKind, RecordMedia } from './lock-record'
import type { StoredFile } from './source-record'

const ORIGIN = { action: 'records.media' }

/** The picture kinds of `doorLock.getMediaUrl`: 1 remote unlock, 2 alarm. */
const OPENING = 1
const ALARM = 2

/** The addresses and keys of the files of one record; fetches the address if the record has none. */
export const mediaOf = async (
  lock: LockContext,
  kind: RecordKind,
  files: readonly StoredFile[],
): Promise<RecordMedia> => {
  const [first, ...more] = files.filter(hasUrl)
  return { ...(first ?? (await latestOf(lock, kind, files))), more }
}

const hasUrl = (file: StoredFile): file is MediaFile => file.url !== undefined

/** The cloud returns only the latest picture of a kind, which may belong to another event. */
const latestOf = async (
  lock: LockContext,
  kind: RecordKind,
  files: readonly StoredFile[],
): Promise<MediaFile> => {
  if (!lock.supports('doorLock.getMediaUrl'))
    throw unavailable('This panel does not support doorLock.getMediaUrl.')
  const { file_url, file_key, bucket, file_path } = await lock.call('doorLock.getMediaUrl', {
    device_id: lock.deviceId,
    file_type: kind === 'opening' ? OPENING : ALARM,
  })
  const file = files.find(({ path }) => isSamePath(path, file_path))
  if (file === undefined || file_url === '')
    throw unavailable('The cloud returns the address of the latest picture only.')
  return { ...file, url: file_url, key: file_key, bucket, path: file_path }
}

/** One operation begins paths with a slash, the other does not. */
const isSamePath = (one: string | undefined, other: string): boolean =>
  one !== undefined && one.replace(/^\//, '') === other.replace(/^\//, '')

const unavailable = (advice: string) =>
  new LockError<RecordFailure>(ORIGIN, 'media-unavailable', advice)
