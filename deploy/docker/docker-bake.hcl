# All images from one build: `docker buildx bake -f deploy/docker/docker-bake.hcl`, from the root of the repository.

variable "REGISTRY" {
  default = "parley"
}

variable "VERSION" {
  default = "0.1.0"
}

group "default" {
  targets = ["service", "migrations"]
}

target "from-dockerfile" {
  context    = "."
  dockerfile = "deploy/docker/Dockerfile"
}

target "service" {
  name     = service
  inherits = ["from-dockerfile"]
  target   = "service"
  matrix = {
    service = ["intake", "evidence", "panel-review", "referral", "audit", "gateway"]
  }
  args = {
    SERVICE = service
    VERSION = VERSION
  }
  tags = ["${REGISTRY}/${service}:${VERSION}"]
}

target "migrations" {
  inherits = ["from-dockerfile"]
  target   = "job"
  args = {
    SERVICE = "migrations"
    VERSION = VERSION
  }
  tags = ["${REGISTRY}/migrations:${VERSION}"]
}
