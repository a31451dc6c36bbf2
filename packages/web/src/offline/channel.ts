/** Tabs and the service worker tell each other here that a deed was sent; the message is its subject. */
export const CHANNEL = 'qingzhuang-outbox';

/** The name under which the browser is asked to send once there is a network again, even with no page open. */
export const SYNC_TAG = 'qingzhuang-outbox';
