export { toConsignment } from '../../edifact-transport/to-consignment.js';
