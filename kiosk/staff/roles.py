"""Who signs in to the staff corner: roles, never names."""

from typing import Literal, get_args

Role = Literal["staff", "technician"]
ROLES: tuple[Role, ...] = get_args(Role)
