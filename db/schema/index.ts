export * from './council';
export * from './editions';
export * from './events';
export * from './measures';
export * from './people';
export * from './readings';
export * from './targets';
export * from './words';
