export { addMediaView } from './add-media-view'
export { countMediaViews } from './count-media-views'
export { getLatestMedia } from './get-latest-media'
export { listAlbumMedia } from './list-album-media'
