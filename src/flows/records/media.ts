import { LockError } from '../../core/errors/lock-error'
import type { LockContext } from '../shared/lock-context'
import type { MediaFile, RecordFailure, RecordKind, RecordMedia } from './lock-record'
import type { StoredFile } from './sighting'

const ORIGIN = { action: 'records.media' }

/** How `doorLock.getMediaUrl` calls the kinds of pictures: 1 of a remote unlocking, 2 of an alarm. */
const OPENING = 1
const ALARM = 2

/** The addresses and keys of the files of one record; asks the cloud where the record came without an address. */
export const mediaOf = async (
  lock: LockContext,
  kind: RecordKind,
  files: readonly StoredFile[],
): Promise<RecordMedia> => {
  const [first, ...more] = files.filter(hasUrl)
  return { ...(first ?? (await latestOf(lock, kind, files))), more }
}

const hasUrl = (file: StoredFile): file is MediaFile => file.url !== undefined

/** The cloud knows the address of the latest picture of a kind alone: another moment's picture is none. */
const latestOf = async (
  lock: LockContext,
  kind: RecordKind,
  files: readonly StoredFile[],
): Promise<MediaFile> => {
  if (!lock.supports('doorLock.getMediaUrl'))
    throw unavailable('No operation of this panel gives the address of a picture.')
  const { file_url, file_key, bucket, file_path } = await lock.call('doorLock.getMediaUrl', {
    device_id: lock.deviceId,
    file_type: kind === 'opening' ? OPENING : ALARM,
  })
  const file = files.find(({ path }) => isSamePath(path, file_path))
  if (file === undefined || file_url === '')
    throw unavailable('The cloud gives the address of the latest picture alone.')
  return { ...file, url: file_url, key: file_key, bucket, path: file_path }
}

/** One operation begins paths with a slash, the other does not. */
const isSamePath = (one: string | undefined, other: string): boolean =>
  one !== undefined && one.replace(/^\//, '') === other.replace(/^\//, '')

const unavailable = (advice: string) =>
  new LockError<RecordFailure>(ORIGIN, 'media-unavailable', advice)
